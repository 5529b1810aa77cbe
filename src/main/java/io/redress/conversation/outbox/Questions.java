package io.redress.conversation.outbox;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.letter.MessageKind;
import io.redress.time.clock.Deadlines;
import io.redress.time.clock.PauseReason;
import io.redress.verification.finding.Verdict;
import io.redress.verification.finding.Verdicts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The questions that handlers ask customers. Only one that has reached the customer lets the clocks stand still. */
@Component
public class Questions {

    private final Complaints complaints;
    private final Verdicts verdicts;
    private final MessageRows rows;
    private final Deadlines deadlines;

    Questions(Complaints complaints, Verdicts verdicts, MessageRows rows, Deadlines deadlines) {
        this.complaints = complaints;
        this.verdicts = verdicts;
        this.rows = rows;
        this.deadlines = deadlines;
    }

    /**
     * What the handler wants to know in the case's present round.
     *
     * @throws IllegalStateException where there is no question
     */
    public Verdict asked(Complaint complaint) {
        return find(complaint)
                .orElseThrow(() -> new IllegalStateException("There is no question in case " + complaint.number()));
    }

    private Optional<Verdict> find(Complaint complaint) {
        return verdicts.latest(complaint).filter(verdict -> verdict.question() != null);
    }

    /** The question that waits for the customer's answer; empty while none has reached them. */
    public Optional<OpenQuestion> open(Complaint complaint) {
        return complaint.isWaitingForCustomer()
                ? find(complaint).flatMap(verdict -> message(complaint.number(), verdict)
                        .filter(Message::isKnownToCustomer)
                        .map(sent -> new OpenQuestion(verdict.question(), sent.confidential(), sent.doneAt())))
                : Optional.empty();
    }

    private Optional<Message> message(CaseNumber caseNumber, Verdict verdict) {
        return rows.find(caseNumber, MessageKind.QUESTION, verdict.id().toString());
    }

    /** Lets the clocks stand still where the question that was just asked went out at once. */
    public void sent(Complaint complaint) {
        message(complaint.number(), asked(complaint))
                .filter(Message::isKnownToCustomer)
                .ifPresent(this::reached);
    }

    /** Lets the clocks stand still, where the customer has just received the question that is open; safe to repeat. */
    void reached(Message message) {
        Complaint complaint = complaints.get(message.caseNumber());
        boolean open = complaint.isQuestionOpen()
                && find(complaint)
                        .filter(verdict -> message.dedup().equals(verdict.id().toString()))
                        .isPresent();
        if (open) {
            complaints.change(complaint.number(), Complaint::questionReached);
            deadlines.pause(complaint.number(), PauseReason.WAITING_FOR_CUSTOMER);
        }
    }
}
