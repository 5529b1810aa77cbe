package io.redress.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What went wrong (RFC 9457). */
public record ProblemDocument(
        String title,
        int status,

        @JsonProperty(required = false) String detail,

        @JsonProperty(required = false) String message,

        @JsonProperty(required = false) List<FieldProblem> errors) {

    public record FieldProblem(String field, String message) {}

    /** The fields that are to blame, in the order in which they are named; empty where it is not a matter of fields. */
    public List<String> fields() {
        return errors == null
                ? List.of()
                : errors.stream().map(FieldProblem::field).toList();
    }
}
