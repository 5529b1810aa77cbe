package io.redress.people.connection;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A valve that notes for each request when its body is waited for, and answers in place of the application where the
 * body does not arrive.
 */
class DeadlineValve extends ValveBase {

    /** More than any door takes, and what a hasty client may have sent before it reads that this was too much. */
    private static final long MOST_READ_AWAY = 16L * 1024 * 1024;

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
        if (!request.isAsync() && response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            response.finishResponse();
            readAway(coyote);
        }
    }

    /**
     * Reads what is left of a refused body. Tomcat would close the connection upon it, and whoever is still sending
     * would see that it is broken instead of the answer.
     */
    private static void readAway(org.apache.coyote.Request request) {
        var sink = new Sink();
        try {
            var read = 0L;
            for (int more = 0; more >= 0 && read < MOST_READ_AWAY; read += more) {
                more = request.doRead(sink);
            }
        } catch (IOException gone) {
            // The peer has left or was cut off, and nothing is left to read.
            return;
        }
    }

    /** A handler that discards the bytes it is given. */
    private static final class Sink implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer read) {
            buffer = read;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // The bytes are discarded.
        }
    }
}
