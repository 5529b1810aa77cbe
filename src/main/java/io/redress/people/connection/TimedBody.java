package io.redress.people.connection;

import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Response;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of a request, which records when a thread waits for more of it. */
class TimedBody implements InputBuffer {

    private static final String TOO_SLOW = """
            {"type":"about:blank","title":"Request Timeout","status":408,\
            "detail":"The body of the request did not arrive in time. Send it again over a faster connection, or in parts."}""";

    private final InputBuffer body;
    private final Exchange exchange;
    private final Response response;

    TimedBody(InputBuffer body, Exchange exchange, Response response) {
        this.body = body;
        this.exchange = exchange;
        this.response = response;
    }

    /** @throws SocketTimeoutException once the body has taken too long; the request is answered by then */
    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        exchange.awaitBody();
        try {
            var read = body.doRead(handler);
            if (read < 0 && exchange.isCut()) {
                throw tooSlow();
            }
            return read;
        } catch (EOFException ended) {
            throw exchange.isCut() ? tooSlow() : ended;
        } finally {
            exchange.goOn();
        }
    }

    @Override
    public int available() {
        return body.available();
    }

    /** Answers here and now, because whoever was reading would take it for a mistake in the body. */
    private SocketTimeoutException tooSlow() throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
            response.setContentType("application/problem+json");
            response.setHeader("Connection", "close");
            response.getOutputStream().write(TOO_SLOW.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        }
        return new SocketTimeoutException("The body did not arrive in time");
    }
}
