package io.redress.people.guard;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A request whose body was read by the guard and can be read once more by the engine. */
public class BufferedRequest extends HttpServletRequestWrapper {

    private final byte[] body;

    /**
     * @param limit the most bytes a body may have
     * @throws RefusedCall with 413 if it has more, whatever its declared length
     */
    public BufferedRequest(HttpServletRequest request, int limit) throws IOException {
        super(request);
        body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new RefusedCall(
                    HttpStatus.PAYLOAD_TOO_LARGE, "The body has more than %d bytes".formatted(limit), List.of());
        }
    }

    byte[] body() {
        return body;
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("The body has been read already");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
