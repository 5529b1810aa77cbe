package io.redress.time.law;

import java.util.Optional;

/** The parts that a row of {@code legal-deadline.dmn} can add to letters. */
public interface LetterParts {

    /** Why this part cannot be written in every language of our letters; empty where it can. */
    Optional<String> missing(String part);
}
