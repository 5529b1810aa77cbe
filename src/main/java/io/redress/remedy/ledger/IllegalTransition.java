package io.redress.remedy.ledger;

import io.redress.core.text.EnumWords;

/** A change of a remedy's state that the ledger's state machine does not allow; nothing was changed. */
public class IllegalTransition extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    IllegalTransition(RemedyStatus from, RemedyStatus to) {
        super("A remedy that is %s cannot become %s".formatted(EnumWords.word(from), EnumWords.word(to)));
    }
}
