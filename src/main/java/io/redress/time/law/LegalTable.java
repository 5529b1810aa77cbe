package io.redress.time.law;

import java.util.List;

/** The table that says what laws and agreements allow. */
public interface LegalTable {

    /**
     * Every rule that fits.
     *
     * @param country ISO 3166 alpha-2, empty where it is not known
     * @param buyer who bought; a consumer where it is not known
     * @param claim the claim's word, empty where none was named
     */
    List<LegalRule> of(String country, Buyer buyer, String claim, LegalEvent event);
}
