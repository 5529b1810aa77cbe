package io.redress.intake.takeover;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of a file's bytes: UTF-8 with or without a byte order mark, and nothing else, so that no name is garbled in
 * silence.
 */
final class ImportText {

    private static final char MARK = '\uFEFF';

    private ImportText() {}

    /** @throws Unreadable at the first byte that is not UTF-8 */
    static String of(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw new Unreadable(
                    rowOf(text),
                    "Byte 0x%02X is not UTF-8; save the file as UTF-8.".formatted(bytes[in.position()] & 0xFF));
        }
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** In which row a text ends; line breaks within quotes belong to a cell. */
    private static int rowOf(String text) {
        int row = 1;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '"') {
                quoted = !quoted;
            } else if (next == '\n' && !quoted) {
                row++;
            }
        }
        return row;
    }

    /** The file cannot be read beyond some row; what is wrong in the rows after it is not known then. */
    static class Unreadable extends RuntimeException {

        private final int row;

        Unreadable(int row, String message) {
            super(message);
            this.row = row;
        }

        List<ImportFault> faults() {
            return List.of(new ImportFault(row, ImportFault.WHOLE_ROW, getMessage()));
        }
    }
}
