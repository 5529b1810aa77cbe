package io.redress.core.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The exception for input that cannot be accepted, thrown from the domain, a listener or a delegate: every entry point
 * answers it with a 400 problem document that lists the {@link #problems()}, and the transaction is rolled back.
 */
public class RefusedInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Refuses for several reasons at once, so that a sender can correct all of them. */
    public RefusedInput(List<Problem> problems) {
        super(problems.stream().map(p -> p.field() + ": " + p.message()).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Refuses because of one field. */
    public RefusedInput(String field, String message) {
        this(List.of(new Problem(field, message)));
    }

    /**
     * The problems by field, for a page that shows them beside the field; a problem with part of a field is shown at
     * the whole field.
     */
    public Map<String, String> byField() {
        return problems.stream()
                .collect(Collectors.toMap(
                        problem -> problem.field().split("[.\\[]", 2)[0],
                        Problem::message,
                        (first, next) -> first + " " + next,
                        LinkedHashMap::new));
    }

    /** What is wrong, in the order of the fields; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
