package io.redress.time.law;

import io.redress.complaint.timeline.CaseNumber;
import java.util.List;

/** The table that says what laws and agreements allow. */
public interface LegalTable {

    /**
     * Every rule that fits.
     *
     * @param caseNumber the case that goes on by it
     * @param country ISO 3166 alpha-2, empty where it is not known
     * @param buyer who bought; a consumer where it is not known
     * @param claim the claim's word, empty where none was named
     */
    List<LegalRule> of(CaseNumber caseNumber, String country, Buyer buyer, String claim, LegalEvent event);
}
