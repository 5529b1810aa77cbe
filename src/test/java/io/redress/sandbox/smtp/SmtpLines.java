package io.redress.sandbox.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a client sends, line by line: commands in UTF-8, messages as bytes. */
final class SmtpLines {

    /** Stand for lines that no command can be. */
    static final String TOO_LONG = "\n too long";

    static final String MALFORMED = "\n malformed";

    /** More than RFC 5321 asks for, so that an address is refused for what it is and not for its length alone. */
    private static final int LONGEST = 16_384;

    private final InputStream in;

    SmtpLines(InputStream in) {
        this.in = in;
    }

    /** The next command without its end, or null where the client has gone. */
    String next() throws IOException {
        var line = line();
        if (line == null) {
            return null;
        }
        if (line.length > LONGEST) {
            return TOO_LONG;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            return MALFORMED;
        }
    }

    /** A message up to the line that is a dot, or null where the client has gone before. */
    byte[] message() throws IOException {
        var message = new ByteArrayOutputStream();
        for (var line = line(); line != null; line = line()) {
            if (line.length == 1 && line[0] == '.') {
                return message.toByteArray();
            }
            int from = line.length > 0 && line[0] == '.' ? 1 : 0;
            message.write(line, from, line.length - from);
            message.write('\r');
            message.write('\n');
        }
        return null;
    }

    private byte[] line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return withoutReturn(line.toByteArray());
            }
            line.write(b);
        }
        return null;
    }

    private static byte[] withoutReturn(byte[] line) {
        boolean has = line.length > 0 && line[line.length - 1] == '\r';
        return has ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
