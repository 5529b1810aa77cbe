package io.redress.correspondence;

import io.redress.complaint.ComplainantRole;
import io.redress.complaint.Complaint;
import io.redress.verification.Evidence;
import io.redress.verification.Identity;
import io.redress.verification.Verification;
import org.springframework.stereotype.Component;

/** Knows how to write to the customer of a case. */
@Component
public class Readers {

    private final Languages languages;
    private final Verification verification;
    private final Identity identity;
    private final CorrespondenceProperties properties;

    Readers(Languages languages, Verification verification, Identity identity, CorrespondenceProperties properties) {
        this.languages = languages;
        this.verification = verification;
        this.identity = identity;
        this.properties = properties;
    }

    /** The complainant of the case, as somebody to write to. */
    public Reader of(Complaint complaint) {
        boolean gift = verification
                .evidence(complaint.number())
                .filter(Evidence::orderFound)
                .map(known -> known.order().gift())
                .orElse(false);
        return new Reader(
                languages.of(complaint),
                complaint.customer().zone(properties.zone()),
                complaint.complainantRole() != ComplainantRole.RECIPIENT && !gift,
                identity.isSettled(complaint));
    }
}
