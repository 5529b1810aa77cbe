package io.redress.engine;

import io.redress.complaint.CaseNumber;

/** Who may see a case, for those who choose people for it. */
public interface CaseSight {

    /** Whether somebody may see the case; nobody sees one that is kept from them. */
    boolean maySee(String login, CaseNumber caseNumber);
}
