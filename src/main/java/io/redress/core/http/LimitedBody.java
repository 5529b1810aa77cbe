package io.redress.core.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The body of a request, read only up to a size that no honest request has. */
public final class LimitedBody {

    private static final int LARGEST = 512 * 1024;

    private LimitedBody() {}

    /** @throws TooLarge where there is more of it than we read */
    public static String of(HttpServletRequest request) throws IOException {
        return new String(bytes(request, LARGEST), StandardCharsets.UTF_8);
    }

    /** @throws TooLarge where there are more of them */
    public static byte[] bytes(HttpServletRequest request, int most) throws IOException {
        if (request.getContentLengthLong() > most) {
            throw new TooLarge(most);
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new TooLarge(most);
        }
        return body;
    }

    public static class TooLarge extends RuntimeException {

        TooLarge(int most) {
            super("The request is larger than %,d KiB.".formatted(most / 1024));
        }
    }
}
