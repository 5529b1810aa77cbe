package io.redress.sandbox;

import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Faults;
import io.redress.sandbox.http.Provider;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders the world outside to misbehave. */
@TestComponent
@RestController
@RequestMapping("/sandbox/faults")
class FaultController {

    /** As the contract writes it; {@code path} and {@code seconds} (how slow) may be missing. */
    record Order(String provider, String kind, Integer count, String path, Integer seconds) {

        static Order of(Fault fault) {
            return new Order(
                    fault.provider().wireName(), fault.kind().wireName(), fault.count(), fault.path(), fault.seconds());
        }

        Fault fault() {
            return new Fault(
                    Provider.named(provider),
                    FaultKind.named(kind),
                    count == null ? 1 : count,
                    path == null ? "" : path,
                    seconds == null ? Fault.SLOW_SECONDS : seconds);
        }
    }

    private final Faults faults;

    FaultController(Sandbox sandbox) {
        this.faults = sandbox.faults();
    }

    @GetMapping
    List<Order> pending() {
        return faults.pending().stream().map(Order::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    List<Order> order(@RequestBody Order order) {
        faults.order(order.fault());
        return pending();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
    }
}
