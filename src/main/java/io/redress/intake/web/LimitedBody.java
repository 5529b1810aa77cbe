package io.redress.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads a request's body up to a size that no honest one has. */
final class LimitedBody {

    private static final int LARGEST = 512 * 1024;

    private LimitedBody() {}

    /** @throws TooLarge where there is more of it than we read */
    static String of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw new TooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new TooLarge();
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    static class TooLarge extends RuntimeException {

        TooLarge() {
            super("The request is larger than 512 KiB.");
        }
    }
}
