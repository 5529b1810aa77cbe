package io.redress.people.visibility;

import io.redress.complaint.timeline.CaseNumber;

/** The work on a complaint about staff, as the engine has it. */
public interface ShieldedWork {

    /** Takes the open work of a case from all who must not see it, and offers it to those who watch over it. */
    void keepFromAccused(CaseNumber caseNumber);

    /** Has a lead say whom the case is about; nothing where one has been asked already. */
    void askWhom(CaseNumber caseNumber);

    /** Nobody has to say any more whom it is about, because somebody did in another way. */
    void isAnswered(CaseNumber caseNumber);

    /** Offers the open work of a case to its team again. */
    void giveBack(CaseNumber caseNumber, String team);
}
