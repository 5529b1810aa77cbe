package io.redress.security.connection;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Says of each request when its body is waited for, and answers in place of the application where it does not arrive. */
class DeadlineValve extends ValveBase {

    DeadlineValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var current = Exchanges.current();
        if (current.isEmpty()) {
            getNext().invoke(request, response);
            return;
        }
        var exchange = current.get();
        var coyote = request.getCoyoteRequest();
        var untimed = coyote.getInputBuffer();
        exchange.serve(response.getCoyoteResponse());
        coyote.setInputBuffer(new TimedBody(untimed, exchange, response));
        try {
            getNext().invoke(request, response);
        } finally {
            coyote.setInputBuffer(untimed);
            exchange.finish();
        }
    }
}
