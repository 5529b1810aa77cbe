package io.redress.redesign.lint;

import io.redress.redesign.model.Parsed;
import java.util.List;

/**
 * Something that is wrong with a model.
 *
 * @param rule the rule that is broken, such as {@code unknown-bean}; its sentences are in
 *     {@code messages/findings*.properties}
 * @param file the name of the file
 * @param element the id of the element that it is about, {@code null} where it is about the whole file
 * @param row the row of a decision table, from 1 as a reader counts; {@code null} elsewhere
 * @param details what the sentences say in particular, in their order
 */
public record Finding(String rule, Severity severity, String file, String element, Integer row, List<Object> details) {

    /** What keeps a model out. */
    public static Finding error(String rule, Parsed<?> file, String element, Object... details) {
        return error(rule, file.name(), element, details);
    }

    /** What keeps a file out that could not even be read. */
    public static Finding error(String rule, String file, String element, Object... details) {
        return new Finding(rule, Severity.ERROR, file, element, null, List.of(details));
    }

    /** What is let in, and said. */
    public static Finding warning(String rule, Parsed<?> file, String element, Object... details) {
        return new Finding(rule, Severity.WARNING, file.name(), element, null, List.of(details));
    }

    /** The same, about a row of a table. */
    public Finding atRow(int number) {
        return new Finding(rule, severity, file, element, number, details);
    }

    /** Whether it keeps the model out. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
