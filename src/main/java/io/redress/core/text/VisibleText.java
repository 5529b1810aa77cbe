package io.redress.core.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;
import java.util.Optional;

/**
 * Text that a reader can see. Characters that show nothing are no text, however many there are: white space, controls,
 * formatting and filling characters, marks without a base letter, and code points that Unicode has not assigned.
 */
public final class VisibleText {

    /** Characters that Unicode counts as letters or symbols although their glyph is empty. */
    private static final UnicodeSet EMPTY_PICTURES =
            new UnicodeSet("[\\u2800\\uFFFC\\U0001D159\\U00013441\\U00013442]").freeze();

    private VisibleText() {}

    /**
     * The text without the white space around it, or nothing where there is nothing to see. May be given {@code null}.
     */
    public static Optional<String> of(String text) {
        return text == null || text.codePoints().noneMatch(VisibleText::isSeen)
                ? Optional.empty()
                : Optional.of(trimmed(text));
    }

    /** Without the white space around it; no-break spaces are white space, too. */
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isWhiteSpace(char character) {
        return Character.isWhitespace(character) || UCharacter.isUWhiteSpace(character);
    }

    /** Whether nothing of this text can be seen; true for {@code null}. */
    public static boolean isMissing(String text) {
        return of(text).isEmpty();
    }

    /** Whether the text says something: two letters at least, or one of a script whose signs are words. */
    public static boolean hasWords(String text) {
        return text != null
                && (text.codePoints().filter(Character::isLetter).limit(2).count() == 2
                        || text.codePoints().anyMatch(Character::isIdeographic));
    }

    /** Whether this character is seen where it stands alone. */
    private static boolean isSeen(int codePoint) {
        return leavesATrace(codePoint)
                && switch (UCharacter.getType(codePoint)) {
                    case UCharacterCategory.NON_SPACING_MARK,
                            UCharacterCategory.ENCLOSING_MARK,
                            UCharacterCategory.COMBINING_SPACING_MARK -> false;
                    default -> true;
                };
    }

    /** Whether this character is visible, alone or with the letter before it. */
    public static boolean leavesATrace(int codePoint) {
        return !UCharacter.isUWhiteSpace(codePoint)
                && !UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                && !EMPTY_PICTURES.contains(codePoint)
                && switch (UCharacter.getType(codePoint)) {
                    case UCharacterCategory.CONTROL,
                            UCharacterCategory.FORMAT,
                            UCharacterCategory.SURROGATE,
                            UCharacterCategory.PRIVATE_USE,
                            UCharacterCategory.UNASSIGNED -> false;
                    default -> true;
                };
    }
}
