package io.redress.conversation.letter;

import io.redress.core.text.TextDirection;

/** Something a reader may want to look up, such as a refund and where it went. */
public record LetterFact(String label, String value) {

    /** The same with nothing in its value that turns around what stands beside it. */
    public LetterFact contained() {
        return new LetterFact(label, TextDirection.contained(value));
    }
}
