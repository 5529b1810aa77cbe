package io.redress.intake.page.web;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Status;
import io.redress.complaint.tracking.TrackingLinks;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.conversation.followup.Feedback;
import io.redress.conversation.incoming.UnreadMessages;
import io.redress.conversation.letter.Addressee;
import io.redress.conversation.letter.Addressees;
import io.redress.conversation.letter.LetterFact;
import io.redress.conversation.letter.RemedyTexts;
import io.redress.conversation.outbox.Message;
import io.redress.conversation.outbox.Message.Direction;
import io.redress.core.staff.People;
import io.redress.core.text.EnumWords;
import io.redress.core.text.TextDirection;
import io.redress.intake.page.web.TrackingPage.Entry;
import io.redress.intake.page.web.TrackingPage.Promise;
import io.redress.intake.page.web.TrackingPage.Question;
import io.redress.intake.page.web.TrackingPage.Reading;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import io.redress.verification.finding.Verdicts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The composer of a customer's page. */
@Component
class TrackingPages {

    private static final Set<Status> FOUND_OUT = Set.of(Status.WAITING_FOR_APPROVAL, Status.MAKING_GOOD);

    private final Addressees readers;
    private final TrackingLinks links;
    private final Deadlines deadlines;
    private final RemedyTexts remedies;
    private final Correspondence correspondence;
    private final UnreadMessages unreadMessages;
    private final Feedback feedback;
    private final Verdicts verdicts;
    private final People people;
    private final Clock clock;

    TrackingPages(
            Addressees readers,
            TrackingLinks links,
            Deadlines deadlines,
            RemedyTexts remedies,
            Correspondence correspondence,
            UnreadMessages unreadMessages,
            Feedback feedback,
            Verdicts verdicts,
            People people,
            Clock clock) {
        this.readers = readers;
        this.links = links;
        this.deadlines = deadlines;
        this.remedies = remedies;
        this.correspondence = correspondence;
        this.unreadMessages = unreadMessages;
        this.feedback = feedback;
        this.verdicts = verdicts;
        this.people = people;
        this.clock = clock;
    }

    TrackingPage of(Complaint complaint, String token) {
        Addressee reader = links.isTrusted(complaint, token) ? readers.of(complaint) : readers.stranger(complaint);
        return new TrackingPage(
                reader.locale(),
                token,
                complaint.number().value(),
                status(complaint, reader),
                promises(complaint, reader),
                remedies.ofCase(complaint, reader).stream()
                        .map(LetterFact::contained)
                        .toList(),
                conversation(complaint, reader),
                reading(complaint, reader),
                question(complaint, reader),
                !complaint.hasEnded() && !complaint.isWithdrawalRequested(),
                feedback.isOpen(complaint),
                isAutomatic(complaint, reader),
                UUID.randomUUID().toString());
    }

    /** Where nobody gave a verdict in the present round, rules decided. */
    private boolean isAutomatic(Complaint complaint, Addressee reader) {
        return reader.knowsOrder()
                && complaint.outcome() != null
                && complaint.status() != Status.WITHDRAWN
                && verdicts.latest(complaint).isEmpty();
    }

    /** How far we are; a reader who may not know of the order is not told that something was found about it. */
    private static String status(Complaint complaint, Addressee reader) {
        if (!reader.knowsOrder() && FOUND_OUT.contains(complaint.status()) && !complaint.isWithdrawalRequested()) {
            return EnumWords.word(Status.VERIFYING);
        }
        return complaint.isWithdrawalRequested() && !complaint.hasEnded()
                ? "withdrawal_requested"
                : EnumWords.word(complaint.status());
    }

    /** The promises of the present round; a customer who took the complaint back is promised nothing any more. */
    private List<Promise> promises(Complaint complaint, Addressee reader) {
        if (complaint.status() == Status.WITHDRAWN) {
            return List.of();
        }
        Instant now = clock.instant();
        return deadlines.of(complaint.number()).stream()
                .filter(promise -> promise.kind().isPromise())
                .filter(promise -> promise.round() == complaint.round() && !promise.isStopped())
                .filter(promise -> !promise.isPaused() || !complaint.isWithdrawalRequested())
                .map(promise -> promise(promise, reader, now))
                .toList();
    }

    private Reading reading(Complaint complaint, Addressee reader) {
        if (unreadMessages.of(complaint.number()).isEmpty()) {
            return null;
        }
        Instant now = clock.instant();
        return deadlines.of(complaint.number()).stream()
                .filter(clock -> clock.kind() == ClockKind.NEXT_ANSWER && clock.isRunning())
                .findFirst()
                .map(reading -> reading.promisedBy(now))
                .map(by -> new Reading(by.isBefore(now) ? "late" : "open", reader.moment(by)))
                .orElse(null);
    }

    private static Promise promise(CaseClock promise, Addressee reader, Instant now) {
        String kind = EnumWords.word(promise.kind());
        if (!promise.isRunning()) {
            return new Promise(kind, "kept", reader.moment(promise.metAt()));
        }
        return new Promise(kind, state(promise, now), reader.moment(promise.promisedBy(now)));
    }

    private static String state(CaseClock running, Instant now) {
        if (running.isPaused()) {
            return "paused";
        }
        return running.promisedBy(now).isBefore(now) ? "late" : "open";
    }

    /** A customer who takes the complaint back is asked nothing any more. */
    private Question question(Complaint complaint, Addressee reader) {
        if (complaint.isWithdrawalRequested()) {
            return null;
        }
        return correspondence
                .openQuestion(complaint)
                .map(asked -> {
                    boolean withheld = asked.confidential() && !reader.knowsOrder();
                    String words = withheld ? "" : TextDirection.contained(asked.words());
                    return new Question(reader.time(asked.askedAt()), words, withheld);
                })
                .orElse(null);
    }

    private List<Entry> conversation(Complaint complaint, Addressee reader) {
        Stream<Entry> first = Stream.of(new Entry(
                        true,
                        null,
                        reader.time(complaint.receivedAt()),
                        TextDirection.contained(complaint.description()),
                        false))
                .filter(said -> reader.knowsOrder() || !complaint.isOurOwn());
        Stream<Entry> later = correspondence.conversation(complaint.number()).stream()
                .filter(Message::isKnownToCustomer)
                .map(message -> entry(message, reader));
        return Stream.concat(first, later).toList();
    }

    private Entry entry(Message message, Addressee reader) {
        String from = message.signedBy() == null
                ? null
                : people.find(message.signedBy())
                        .map(People.Person::displayName)
                        .orElse(null);
        boolean withheld = message.confidential() && !reader.knowsOrder();
        return new Entry(
                message.direction() == Direction.IN,
                from,
                reader.time(message.doneAt()),
                withheld ? "" : TextDirection.contained(message.words()),
                withheld);
    }
}
