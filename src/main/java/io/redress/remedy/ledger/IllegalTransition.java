package io.redress.remedy.ledger;

import io.redress.core.text.EnumWords;

/** Somebody wanted a remedy to go where the ledger's state machine does not lead; nothing was changed. */
public class IllegalTransition extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    IllegalTransition(RemedyStatus from, RemedyStatus to) {
        super("A remedy that is %s cannot become %s".formatted(EnumWords.word(from), EnumWords.word(to)));
    }
}
