package io.redress.complaint.file;

import io.redress.core.text.EnumWords;
import java.util.List;
import java.util.stream.Stream;

/** The outcome of a complaint: how it ended. */
public enum Outcome {
    UPHELD,
    PARTLY_UPHELD,
    REFUSED,
    WITHDRAWN,
    NO_ANSWER_OWED;

    /** The words of those that a decision can come to; a case ends with the others without one. */
    public static List<String> decisions() {
        return Stream.of(UPHELD, PARTLY_UPHELD, REFUSED).map(EnumWords::word).toList();
    }
}
