package io.redress.time.law;

import java.util.Optional;

/** What letters can be made to say by a row of {@code legal-deadline.dmn}. */
public interface LetterParts {

    /** Why no letter could say this part in every language that we write; empty where all is well. */
    Optional<String> missing(String part);
}
