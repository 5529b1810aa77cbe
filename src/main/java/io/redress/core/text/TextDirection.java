package io.redress.core.text;

import java.text.Bidi;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The writing direction of foreign text that is shown among ours. Unicode's direction controls reach to the end of
 * their paragraph, so a text that opens one and leaves it open, or that overrides the direction of letters, turns
 * around what stands beside it. What is stored stays as it was typed.
 */
public final class TextDirection {

    private static final char EMBED_LEFT_TO_RIGHT = '\u202A';
    private static final char EMBED_RIGHT_TO_LEFT = '\u202B';
    private static final char POP_EMBEDDING = '\u202C';
    private static final char OVERRIDE_LEFT_TO_RIGHT = '\u202D';
    private static final char OVERRIDE_RIGHT_TO_LEFT = '\u202E';
    private static final char ISOLATE_LEFT_TO_RIGHT = '\u2066';
    private static final char ISOLATE_RIGHT_TO_LEFT = '\u2067';
    private static final char ISOLATE_BY_FIRST_LETTER = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private TextDirection() {}

    /**
     * The words without what overrides the direction of letters, and with every embedding and isolate closed in the
     * paragraph that it was opened in; {@code null} stays {@code null}.
     */
    public static String contained(String words) {
        if (words == null || words.chars().noneMatch(TextDirection::isControl)) {
            return words;
        }
        StringBuilder contained = new StringBuilder(words.length());
        Deque<Character> open = new ArrayDeque<>();
        for (char character : words.toCharArray()) {
            if (isParagraphEnd(character)) {
                close(open, contained);
                contained.append(character);
            } else {
                append(character, open, contained);
            }
        }
        close(open, contained);
        return contained.toString();
    }

    /** The words as they stand within a line of ours: contained, and set apart where they run from right to left. */
    public static String isolated(String words) {
        String contained = contained(words);
        return contained == null || !Bidi.requiresBidi(contained.toCharArray(), 0, contained.length())
                ? contained
                : ISOLATE_BY_FIRST_LETTER + contained + POP_ISOLATE;
    }

    private static void append(char character, Deque<Character> open, StringBuilder contained) {
        switch (character) {
            case EMBED_LEFT_TO_RIGHT,
                    EMBED_RIGHT_TO_LEFT,
                    ISOLATE_LEFT_TO_RIGHT,
                    ISOLATE_RIGHT_TO_LEFT,
                    ISOLATE_BY_FIRST_LETTER -> {
                open.push(character);
                contained.append(character);
            }
            // Kept in mind, so that its end is left out as well.
            case OVERRIDE_LEFT_TO_RIGHT, OVERRIDE_RIGHT_TO_LEFT -> open.push(character);
            case POP_EMBEDDING -> {
                if (!open.isEmpty() && !isIsolate(open.peek()) && !isOverride(open.pop())) {
                    contained.append(POP_EMBEDDING);
                }
            }
            case POP_ISOLATE -> {
                if (open.stream().anyMatch(TextDirection::isIsolate)) {
                    closeEmbeddings(open, contained);
                    open.pop();
                    contained.append(POP_ISOLATE);
                }
            }
            default -> contained.append(character);
        }
    }

    private static void close(Deque<Character> open, StringBuilder contained) {
        while (!open.isEmpty()) {
            closeEmbeddings(open, contained);
            if (!open.isEmpty()) {
                open.pop();
                contained.append(POP_ISOLATE);
            }
        }
    }

    /** Closes what was opened within the innermost isolate. */
    private static void closeEmbeddings(Deque<Character> open, StringBuilder contained) {
        while (!open.isEmpty() && !isIsolate(open.peek())) {
            if (!isOverride(open.pop())) {
                contained.append(POP_EMBEDDING);
            }
        }
    }

    private static boolean isControl(int character) {
        return character >= EMBED_LEFT_TO_RIGHT && character <= OVERRIDE_RIGHT_TO_LEFT
                || character >= ISOLATE_LEFT_TO_RIGHT && character <= POP_ISOLATE;
    }

    private static boolean isOverride(char control) {
        return control == OVERRIDE_LEFT_TO_RIGHT || control == OVERRIDE_RIGHT_TO_LEFT;
    }

    private static boolean isIsolate(char control) {
        return control >= ISOLATE_LEFT_TO_RIGHT;
    }

    /** The characters of the bidirectional class B. */
    private static boolean isParagraphEnd(char character) {
        return Character.getDirectionality(character) == Character.DIRECTIONALITY_PARAGRAPH_SEPARATOR;
    }
}
