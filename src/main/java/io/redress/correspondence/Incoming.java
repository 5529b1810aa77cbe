package io.redress.correspondence;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Timeline;
import io.redress.complaint.TimelineEntry;
import io.redress.correspondence.Message.Direction;
import io.redress.correspondence.Message.Status;
import io.redress.correspondence.MessageRows.Draft;
import io.redress.deadline.Deadlines;
import io.redress.deadline.PauseReason;
import io.redress.engine.ComplaintProcess;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers write, by whatever door it comes in. */
@Component
public class Incoming {

    private final Complaints complaints;
    private final MessageRows rows;
    private final ComplaintProcess process;
    private final StaffAlerts alerts;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final Clock clock;

    Incoming(
            Complaints complaints,
            MessageRows rows,
            ComplaintProcess process,
            StaffAlerts alerts,
            Deadlines deadlines,
            Timeline timeline,
            Clock clock) {
        this.complaints = complaints;
        this.rows = rows;
        this.process = process;
        this.alerts = alerts;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Takes what the customer wrote to whoever has to know: the handler who asked, somebody who answers it, or, where the
     * case has ended, its team by mail.
     *
     * @param externalId the sender's own id, {@code null} where there is none; with the same id nothing happens again
     */
    @Transactional
    public void received(CaseNumber caseNumber, String text, String externalId) {
        rows.lock(caseNumber);
        Complaint complaint = complaints.get(caseNumber);
        Optional<UUID> id =
                noted(complaint, text, externalId == null ? UUID.randomUUID().toString() : externalId);
        if (id.isEmpty()) {
            return;
        }
        timeline.add(caseNumber, TimelineEntry.CUSTOMER, "customer_wrote", "The customer wrote");
        if (!handOver(complaint, id.get())) {
            alerts.customerWrote(complaint, id.get(), text);
        }
    }

    /** Keeps what the customer said on an occasion that is taken care of already. @return empty where it is kept before */
    @Transactional
    public Optional<UUID> noted(Complaint complaint, String text, String externalId) {
        Draft draft = new Draft(
                Direction.IN,
                MessageKind.CUSTOMER,
                externalId,
                null,
                null,
                Letter.Rendered.plain(text),
                Status.RECEIVED);
        return rows.insert(complaint, draft, clock.instant());
    }

    private boolean handOver(Complaint complaint, UUID message) {
        CaseNumber caseNumber = complaint.number();
        if (complaint.isQuestionOpen()) {
            complaints.change(caseNumber, Complaint::questionSettled);
            deadlines.resume(caseNumber, PauseReason.WAITING_FOR_CUSTOMER);
            if (process.customerReplied(caseNumber)) {
                return true;
            }
        }
        boolean answered = process.customerWrote(complaint);
        if (answered) {
            deadlines.customerWaits(complaint, message.toString());
        }
        return answered;
    }
}
