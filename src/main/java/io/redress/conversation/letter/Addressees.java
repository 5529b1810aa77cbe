package io.redress.conversation.letter;

import io.redress.complaint.customer.ComplainantRole;
import io.redress.complaint.file.Complaint;
import io.redress.conversation.mail.CorrespondenceProperties;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.gathering.Identity;
import io.redress.verification.gathering.Verification;
import org.springframework.stereotype.Component;

/** The addressees of cases: how to write to the customer of each. */
@Component
public class Addressees {

    private final MailLanguages languages;
    private final Verification verification;
    private final Identity identity;
    private final CorrespondenceProperties properties;

    Addressees(
            MailLanguages languages,
            Verification verification,
            Identity identity,
            CorrespondenceProperties properties) {
        this.languages = languages;
        this.verification = verification;
        this.identity = identity;
        this.properties = properties;
    }

    /** The complainant of the case, as somebody who reads a letter or the page. */
    public Addressee of(Complaint complaint) {
        return of(complaint, identity.isSettled(complaint));
    }

    /** Somebody who has a link to the case's page that went where it was not certain who reads it. */
    public Addressee stranger(Complaint complaint) {
        return of(complaint, false);
    }

    /**
     * The complainant of the case, as somebody who is told something on the phone where nothing of it may be written.
     */
    Addressee told(Complaint complaint) {
        return of(complaint, identity.isSettled(complaint) || identity.isSettledByPhone(complaint));
    }

    private Addressee of(Complaint complaint, boolean knowsOrder) {
        boolean gift = verification
                .evidence(complaint.number())
                .filter(Evidence::orderFound)
                .map(known -> known.order().gift())
                .orElse(false);
        return new Addressee(
                languages.of(complaint),
                complaint.customer().zone(properties.zone()),
                complaint.complainantRole() != ComplainantRole.RECIPIENT && !gift,
                knowsOrder);
    }
}
