package io.redress.time.law;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Optional;

/** The country that a case's order was delivered to, as far as there is evidence of it. */
public interface OrderCountries {

    /** The country in the shop's own spelling; empty while it is not known, or not whose order it is. */
    Optional<String> of(CaseNumber caseNumber);
}
