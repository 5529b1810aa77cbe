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

    /** The complainant of the case, where mails to them go, and behind the link in these mails. */
    public Reader of(Complaint complaint) {
        return of(complaint, identity.mayBeWrittenTo(complaint));
    }

    /** The complainant of the case, as a message of this kind reaches them: what may not be written, a person tells. */
    Reader of(Complaint complaint, MessageKind kind) {
        return of(complaint, kind.isAboutOrder() ? identity.isSettled(complaint) : identity.mayBeWrittenTo(complaint));
    }

    private Reader of(Complaint complaint, boolean knowsOrder) {
        boolean gift = verification
                .evidence(complaint.number())
                .filter(Evidence::orderFound)
                .map(known -> known.order().gift())
                .orElse(false);
        return new Reader(
                languages.of(complaint),
                complaint.customer().zone(properties.zone()),
                complaint.complainantRole() != ComplainantRole.RECIPIENT && !gift,
                knowsOrder);
    }
}
