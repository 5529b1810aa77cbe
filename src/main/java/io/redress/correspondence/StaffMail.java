package io.redress.correspondence;

import io.redress.complaint.Timeline;
import io.redress.correspondence.Message.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails alerts to staff, each by one node, until the mail server has taken them. */
@Component
@EnableScheduling
class StaffMail {

    private static final Logger LOG = LoggerFactory.getLogger(StaffMail.class);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private final MessageRows rows;
    private final Mailer mailer;
    private final Timeline timeline;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StaffMail(MessageRows rows, Mailer mailer, Timeline timeline, Clock clock, TransactionTemplate transaction) {
        this.rows = rows;
        this.mailer = mailer;
        this.timeline = timeline;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Sends everything that is due; what cannot be sent now is put off. */
    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
    void sendWhatIsDue() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> sendNext()));
        }
    }

    private boolean sendNext() {
        Optional<Message> next = rows.nextAlert(clock.instant());
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(Message alert) {
        try {
            mailer.send(alert);
            rows.move(alert.id(), Status.SENT, clock.instant());
        } catch (AddressRefused refused) {
            rows.move(alert.id(), Status.FAILED, null);
            timeline.engineDid(alert.caseNumber(), "not_told", "An alert to staff failed: " + refused.getMessage());
        } catch (MailUnavailable unavailable) {
            LOG.warn("An alert to staff is put off: {}", unavailable.getMessage());
            rows.putOff(alert.id(), clock.instant(), LONGEST_REST);
        }
    }
}
