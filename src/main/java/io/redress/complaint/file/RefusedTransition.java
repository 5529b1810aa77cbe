package io.redress.complaint.file;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.text.EnumWords;

/** The refusal to move a case to where it cannot come from where it stands; nothing of it has changed. */
public class RefusedTransition extends IllegalStateException {

    /** Names the case, where it stands, and where it was to go. */
    public RefusedTransition(CaseNumber caseNumber, Status from, Status to) {
        super("Case %s is %s and cannot become %s from there.".formatted(caseNumber, spoken(from), spoken(to)));
    }

    private static String spoken(Status status) {
        return EnumWords.word(status).replace('_', ' ');
    }
}
