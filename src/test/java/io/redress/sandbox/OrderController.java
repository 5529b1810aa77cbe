package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.state.Input;
import io.redress.sandbox.state.InvalidField;
import io.redress.sandbox.state.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shop's orders: what there is, copies of it, and orders of one's own. */
@TestComponent
@RestController
@RequestMapping("/sandbox/orders")
class OrderController {

    private static final int MOST_COPIES = 10_000;

    private final Sandbox sandbox;
    private final SandboxView view;

    OrderController(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.view = new SandboxView(sandbox);
    }

    @GetMapping
    List<JsonNode> orders() {
        return view.orders();
    }

    /** {@code {like}} is copied, {@code {like, count}} is copied so often, {@code {order, …}} is placed. */
    @PostMapping
    ResponseEntity<JsonNode> place(@RequestBody JsonNode body) {
        var created = ResponseEntity.created(URI.create("/sandbox/orders"));
        var request = Input.of(body);
        if (!request.has("like")) {
            if (!request.has("order")) {
                throw new InvalidField("order", "is missing; or name an order to copy in like");
            }
            return created.body(view.order(sandbox.world().place(body)));
        }
        request.only("like", "count");
        var like = request.required("like");
        if (!request.has("count")) {
            return created.body(copy(like));
        }
        int count = request.number("count", 1, MOST_COPIES, null);
        var copies = new ArrayList<JsonNode>();
        for (int i = 0; i < count; i++) {
            copies.add(copy(like));
        }
        return created.body(Json.object("orders", Json.array(copies)));
    }

    private JsonNode copy(String like) {
        return view.order(sandbox.world().copy(like).orElseThrow(() -> new NoSuchElementException("No order " + like)));
    }
}
