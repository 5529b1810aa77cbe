package io.redress.time.law;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Optional;

/** Where a case's order was delivered to, as far as it is known as evidence. */
public interface OrderCountries {

    /** The country in the shop's own spelling; empty while it is not known, or not whose order it is. */
    Optional<String> of(CaseNumber caseNumber);
}
