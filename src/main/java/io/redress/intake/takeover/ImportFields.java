package io.redress.intake.takeover;

import io.redress.core.text.EnumWords;
import io.redress.core.text.VisibleText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The cells of one row, read one by one, with everything that is wrong with them. */
final class ImportFields {

    private final ImportLine line;
    private final List<ImportFault> faults;

    ImportFields(ImportLine line, List<ImportFault> faults) {
        this.line = line;
        this.faults = faults;
    }

    void refuse(String column, String message) {
        faults.add(new ImportFault(line.row(), column, message));
    }

    /** Whether something is wrong with this cell. */
    boolean isRefused(String column) {
        return faults.stream()
                .anyMatch(fault -> fault.row() == line.row() && fault.field().equals(column));
    }

    boolean has(String column) {
        return line.cells().containsKey(column);
    }

    /** @return {@code null} where it is missing or too long */
    String text(String column, int longest) {
        String text = line.cells().get(column);
        if (text == null) {
            return null;
        }
        String stripped = VisibleText.of(text).orElse("");
        if (stripped.length() > longest) {
            refuse(column, "Must have at most %,d characters.".formatted(longest));
            return null;
        }
        if (stripped.indexOf('\0') >= 0) {
            refuse(column, "Must not contain the character NUL.");
            return null;
        }
        return stripped;
    }

    String required(String column, int longest) {
        if (!has(column)) {
            refuse(column, "Is missing.");
        }
        return text(column, longest);
    }

    <E extends Enum<E>> E word(String column, Class<E> type) {
        String word = text(column, 100);
        if (word == null) {
            return null;
        }
        return EnumWords.constant(type, word).orElseGet(() -> {
            refuse(column, "Must be one of " + String.join(", ", EnumWords.words(type)) + ".");
            return null;
        });
    }

    Integer priority(String column) {
        String text = text(column, 10);
        if (text == null) {
            return null;
        }
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= 100) {
            return Integer.valueOf(text);
        }
        refuse(column, "Must be a whole number from 0 to 100.");
        return null;
    }

    /** @return {@code null} where it is missing or wrong */
    Boolean yesOrNo(String column) {
        String text = text(column, 10);
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        refuse(column, "Must be true or false.");
        return null;
    }

    /** An instant that lies neither before the earliest nor after the latest. */
    Instant instant(String column, Instant earliest, String tooEarly, Instant latest) {
        String text = text(column, 100);
        if (text == null) {
            return null;
        }
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            refuse(column, "Must be a time with its offset, such as 2026-11-24T09:30:00+01:00.");
            return null;
        }
        if (instant.isAfter(latest)) {
            refuse(column, "Must not lie in the future.");
            return null;
        }
        if (instant.isBefore(earliest)) {
            refuse(column, tooEarly);
            return null;
        }
        return instant;
    }
}
