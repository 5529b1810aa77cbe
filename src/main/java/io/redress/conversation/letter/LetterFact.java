package io.redress.conversation.letter;

import io.redress.core.text.TextDirection;

/** A fact that a reader may want to look up, such as a refund and where it went. */
public record LetterFact(String label, String value) {

    /** The same with its value isolated, so that it does not change the writing direction of what stands beside it. */
    public LetterFact contained() {
        return new LetterFact(label, TextDirection.contained(value));
    }
}
