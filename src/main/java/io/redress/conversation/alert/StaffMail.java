package io.redress.conversation.alert;

import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.conversation.alert.AlertRows.Waiting;
import io.redress.conversation.mail.AddressRefused;
import io.redress.conversation.mail.CorrespondenceProperties;
import io.redress.conversation.mail.MailUnavailable;
import io.redress.conversation.mail.Mailer;
import io.redress.core.staff.People.Person;
import io.redress.people.visibility.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The mailing of alerts to staff. Everything that a person may be told by now is put into one mail and written down as
 * such; then that mail is sent, by one node, until the mail server has taken it. A crash in between repeats the same
 * mail, never its alerts.
 */
@Component
@EnableScheduling
class StaffMail {

    private static final Logger LOG = LoggerFactory.getLogger(StaffMail.class);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);
    private static final Duration LONGEST_REST_OF_AN_ALARM = Duration.ofSeconds(20);
    private static final int MOST_LISTED = 1_000;

    private final AlertRows alerts;
    private final StaffMailRows mails;
    private final StaffLetters letters;
    private final Audiences audiences;
    private final Mailer mailer;
    private final CorrespondenceProperties.Alerts pace;
    private final Timeline timeline;
    private final Visibility visibility;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StaffMail(
            AlertRows alerts,
            StaffMailRows mails,
            StaffLetters letters,
            Audiences audiences,
            Mailer mailer,
            CorrespondenceProperties properties,
            Timeline timeline,
            Visibility visibility,
            Clock clock,
            TransactionTemplate transaction) {
        this.alerts = alerts;
        this.mails = mails;
        this.letters = letters;
        this.audiences = audiences;
        this.mailer = mailer;
        this.pace = properties.alerts();
        this.timeline = timeline;
        this.visibility = visibility;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Sends everything that is due; what cannot be sent now is put off. */
    @Scheduled(fixedDelayString = "${redress.watches.mail:PT2S}", initialDelayString = "${redress.watches.mail:PT2S}")
    void sendWhatIsDue() {
        Instant now = clock.instant();
        waiting(now).forEach(this::passOn);
        waiting(now).forEach(waiting -> transaction.executeWithoutResult(status -> gather(waiting)));
        mails.due(false, now).forEach(this::send);
    }

    /** Sends alarms, which queue behind no other mail that a server is slow to take. */
    @Scheduled(
            fixedDelayString = "${redress.watches.alarms:PT1S}",
            initialDelayString = "${redress.watches.alarms:PT1S}")
    void sendAlarms() {
        mails.due(true, clock.instant()).forEach(this::send);
    }

    private List<Waiting> waiting(Instant now) {
        return alerts.waiting(now, now.minus(pace.quiet()), now.minus(pace.longest()));
    }

    /** What was written before somebody went away is read by whoever stands in. */
    private void passOn(Waiting waiting) {
        Optional.ofNullable(waiting.person())
                .flatMap(audiences::present)
                .filter(present -> isAnother(present, waiting))
                .ifPresent(present ->
                        alerts.pass(waiting.person(), present.id(), present.email(), keptFrom(present.id())));
    }

    private void gather(Waiting waiting) {
        Instant now = clock.instant();
        // Holds off other nodes until all is in the mail: they wait for its row, and find it taken.
        mails.open(waiting.recipient(), waiting.person(), now).ifPresent(mail -> {
            alerts.dropNeedless(waiting.recipient(), now);
            alerts.dropKept(waiting.recipient(), keptFrom(waiting.person()), now);
            if (alerts.putInto(mail, waiting.recipient(), now) == 0) {
                mails.end(mail, StaffMailRows.Status.DROPPED, now);
            }
        });
    }

    /** The cases that somebody must not see, whatever their team. */
    private Set<String> keptFrom(String person) {
        return person == null ? Set.of() : visibility.of(person).hidden();
    }

    private static boolean isAnother(Person present, Waiting waiting) {
        return !present.id().equals(waiting.person()) && present.email() != null;
    }

    private void send(UUID id) {
        try {
            transaction.executeWithoutResult(
                    status -> mails.take(id, clock.instant()).ifPresent(this::send));
        } catch (RuntimeException unforeseen) {
            // One mail that cannot be written must not hold up those of everybody else.
            LOG.error("A mail to staff is put off", unforeseen);
            transaction.executeWithoutResult(status -> mails.putOff(id, clock.instant(), LONGEST_REST));
        }
    }

    private void send(StaffMailRows.Row mail) {
        Instant now = clock.instant();
        alerts.dropEnded(mail.id(), now);
        alerts.dropKept(mail.recipient(), keptFrom(mail.person()), now);
        List<Alert> listed = alerts.of(mail.id(), MOST_LISTED);
        if (listed.isEmpty()) {
            mails.end(mail.id(), StaffMailRows.Status.DROPPED, now);
            return;
        }
        try {
            mailer.send(letters.write(mail, listed, alerts.count(mail.id())));
            mails.end(mail.id(), StaffMailRows.Status.SENT, now);
            alerts.end(mail.id(), StaffMailRows.Status.SENT, now);
        } catch (AddressRefused refused) {
            mails.end(mail.id(), StaffMailRows.Status.FAILED, now);
            alerts.end(mail.id(), StaffMailRows.Status.FAILED, now).stream()
                    .distinct()
                    .forEach(caseNumber -> timeline.engineDid(
                            caseNumber, TimelineKind.NOT_TOLD, "An alert to staff failed: " + refused.getMessage()));
        } catch (MailUnavailable unavailable) {
            LOG.warn("A mail to staff is put off: {}", unavailable.getMessage());
            mails.putOff(mail.id(), now, mail.urgent() ? LONGEST_REST_OF_AN_ALARM : LONGEST_REST);
        }
    }
}
