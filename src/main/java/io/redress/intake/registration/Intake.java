package io.redress.intake.registration;

import io.redress.complaint.customer.ComplainantRole;
import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Filing;
import io.redress.complaint.search.ContactKeys;
import io.redress.complaint.search.PastCases;
import io.redress.complaint.search.SameComplaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.database.Locks;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintProcess;
import io.redress.people.assignment.TeamMoves;
import io.redress.people.visibility.Shields;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import io.redress.time.law.LegalClocks;
import io.redress.verification.safety.Dangers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The intake of complaints: case file, clocks and process instance come into being together, or not at all. */
@Component
public class Intake {

    private static final Duration DUPLICATE_WINDOW = Duration.ofHours(24);

    private final Complaints complaints;
    private final PastCases pastCases;
    private final ContactKeys contactKeys;
    private final Deadlines deadlines;
    private final LegalClocks legal;
    private final Dangers dangers;
    private final Shields shields;
    private final TeamMoves moves;
    private final Locks locks;
    private final ComplaintProcess process;
    private final Timeline timeline;
    private final IntakeProperties properties;
    private final Clock clock;

    Intake(
            Complaints complaints,
            PastCases pastCases,
            ContactKeys contactKeys,
            Deadlines deadlines,
            LegalClocks legal,
            Dangers dangers,
            Shields shields,
            TeamMoves moves,
            Locks locks,
            ComplaintProcess process,
            Timeline timeline,
            IntakeProperties properties,
            Clock clock) {
        this.complaints = complaints;
        this.pastCases = pastCases;
        this.contactKeys = contactKeys;
        this.deadlines = deadlines;
        this.legal = legal;
        this.dangers = dangers;
        this.shields = shields;
        this.moves = moves;
        this.locks = locks;
        this.process = process;
        this.timeline = timeline;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The case that a complaint already has: by the sender's own id, or because it was sent twice. Until the caller's
     * transaction ends, nobody else can register the same.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Complaint> known(RegisterComplaint command, String client) {
        holdContacts(command.customer(), client);
        if (command.externalId() != null) {
            holdId(command, client);
            Optional<Complaint> sameId = complaints.findByExternalId(client, command.channel(), command.externalId());
            if (sameId.isPresent()) {
                return sameId;
            }
        }
        Instant since = clock.instant().minus(DUPLICATE_WINDOW);
        return pastCases.saying(said(command, client), since).flatMap(complaints::find);
    }

    private static SameComplaint said(RegisterComplaint command, String client) {
        return new SameComplaint(
                client,
                command.channel(),
                command.claim(),
                command.externalId(),
                command.customer().email(),
                command.customer().phone(),
                command.orderNumber(),
                command.paymentReference(),
                command.trackingCode(),
                command.description(),
                command.affectedItems());
    }

    /** Registers a complaint and starts its process. */
    @Transactional
    public Complaint register(RegisterComplaint command, String client) {
        Complaint complaint = open(command, client);
        process.start(complaint);
        return complaint;
    }

    /** Opens the case file for a process that runs already, because it was started in the engine itself. */
    @Transactional
    public Complaint open(RegisterComplaint command, String client) {
        Complaint complaint = moves.first(dangers.registered(
                complaints.open(filing(command, client, properties.vouches(client))), command.hurt(), client));
        deadlines.start(complaint);
        legal.opened(complaint);
        if (command.acknowledged()) {
            acknowledged(complaint, client);
        }
        timeline.add(
                complaint.number(),
                client,
                TimelineKind.REGISTERED,
                "Received by " + EnumWords.word(complaint.channel())
                        + (complaint.claim() == null ? "" : ", claim " + EnumWords.word(complaint.claim())));
        noteUnreadable(complaint);
        shields.opened(complaint);
        return complaint;
    }

    /** A customer who was told by the person they spoke with is not told again. */
    private void acknowledged(Complaint complaint, String client) {
        complaints.change(complaint.number(), heard -> heard.acknowledgedAtOnce(heard.receivedAt()));
        deadlines.metAt(complaint.number(), ClockKind.ACKNOWLEDGEMENT, complaint.receivedAt());
        timeline.add(
                complaint.number(),
                client,
                TimelineKind.ACKNOWLEDGED_AT_ONCE,
                "The customer was told at registration that the complaint has arrived.");
    }

    /**
     * Brings over a case that another system had: its clocks count from when that system received it, and what that
     * system told the customer is not told again. Nobody vouches for its order.
     *
     * @param source what that system is called; the case belongs to the login of this name
     * @param person who imports it
     * @return empty where the source's own id has a case already
     */
    @Transactional
    public Optional<Complaint> bringOver(ImportRow row, String source, String person) {
        RegisterComplaint command = row.command();
        holdId(command, source);
        if (complaints.findByExternalId(source, row.externalId()).isPresent()) {
            return Optional.empty();
        }
        CaseNumber number = dangers.registered(complaints.open(filing(command, source, false)), command.hurt(), person)
                .number();
        Complaint complaint = moves.brought(
                complaints.change(
                        number,
                        brought -> brought.imported(source, row.heardAt(), row.owner(), row.team(), row.priority())),
                row.team() == null ? null : person);
        deadlines.start(complaint);
        legal.opened(complaint);
        timeline.add(number, person, TimelineKind.IMPORTED, row.account(source));
        noteUnreadable(complaint);
        shields.opened(complaint);
        if (row.heardAt() != null) {
            deadlines.metAt(number, ClockKind.ACKNOWLEDGEMENT, row.heardAt());
        }
        if (row.firstAnsweredAt() != null) {
            deadlines.metAt(number, ClockKind.FIRST_ANSWER, row.firstAnsweredAt());
        }
        process.start(complaint);
        return Optional.of(complaint);
    }

    /** Locks the mailbox first, then the phone, so that no two wait for each other. */
    private void holdContacts(Customer customer, String client) {
        locks.hold(Stream.of(contactKeys.mailbox(customer.email()), contactKeys.dialling(customer.phone()))
                .filter(Objects::nonNull)
                .map(contact -> "intake " + client + " " + contact)
                .toList());
    }

    private void noteUnreadable(Complaint complaint) {
        GivenContacts.warnings(complaint.customer(), "mail address", "phone number")
                .forEach(warning -> timeline.engineDid(
                        complaint.number(),
                        TimelineKind.CONTACT_UNREADABLE,
                        "The " + warning.field() + " that was given cannot be read. " + warning.message()));
    }

    private void holdId(RegisterComplaint command, String client) {
        locks.hold("intake " + client + " " + command.externalId());
    }

    private static Filing filing(RegisterComplaint command, String client, boolean vouched) {
        return new Filing(
                command.channel() == null ? Channel.WEB : command.channel(),
                command.claim(),
                command.complainantRole() == null ? ComplainantRole.BUYER : command.complainantRole(),
                client,
                vouched,
                command.externalId(),
                command.customer(),
                command.orderNumber(),
                command.paymentReference(),
                command.trackingCode(),
                vouched ? command.orderJson() : null,
                command.affectedItems(),
                command.subject(),
                command.description(),
                command.desiredRemedy(),
                command.receivedAt());
    }

    /**
     * Opens the case file as {@link #open} does.
     *
     * @throws RefusedInput where the sender's own id has a case already, which a process that runs cannot join
     */
    @Transactional
    public Complaint openUnlessKnown(RegisterComplaint command, String client) {
        if (command.externalId() != null) {
            known(command, client).ifPresent(earlier -> {
                throw new RefusedInput("externalId", "This complaint is known already as " + earlier.number() + ".");
            });
        }
        return open(command, client);
    }

    /** Notes that a complaint arrived once more; what it tells of danger beyond the first time counts. */
    @Transactional
    public void arrivedAgain(CaseNumber caseNumber, RegisterComplaint command, String client) {
        dangers.arrivedAgain(caseNumber, command.hurt());
        timeline.add(
                caseNumber,
                client,
                TimelineKind.ARRIVED_AGAIN,
                "The same complaint arrived once more and joined this case.");
    }
}
