package io.redress.complaint.recognition.web;

import io.redress.core.input.RefusedInput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The body of a request as text, read only as far as a file may be long at all. */
final class PlainText {

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private PlainText() {}

    /** @throws RefusedInput where it is too long, or naming the line that is no UTF-8 */
    static String of(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new RefusedInput(
                    "line " + (1 + lines(new String(body, StandardCharsets.UTF_8))),
                    "The file is larger than %d MiB; nothing of it was stored.".formatted(MOST_BYTES >> 20));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(body.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(body), text, true);
        String read = text.flip().toString();
        if (result.isError()) {
            throw new RefusedInput("line " + (1 + lines(read)), "The line is not written in UTF-8.");
        }
        return read.startsWith("\uFEFF") ? read.substring(1) : read;
    }

    private static long lines(String text) {
        return text.chars().filter(character -> character == '\n').count();
    }
}
