package io.redress.conversation.correspondence;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.conversation.letter.Letter;
import io.redress.conversation.letter.Letters;
import io.redress.conversation.letter.MailLanguages;
import io.redress.conversation.letter.MessageKind;
import io.redress.conversation.mail.MailUnavailable;
import io.redress.conversation.outbox.LetterDrafts;
import io.redress.conversation.outbox.Message;
import io.redress.conversation.outbox.MessageRows;
import io.redress.conversation.outbox.OpenQuestion;
import io.redress.conversation.outbox.Outbox;
import io.redress.conversation.outbox.Questions;
import io.redress.remedy.decision.Decision;
import io.redress.remedy.decision.Decisions;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.remedy.returns.GoodsReturn;
import io.redress.remedy.returns.ReturnOutcomes;
import io.redress.remedy.returns.ReturnOutcomes.Outcome;
import io.redress.verification.finding.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The correspondence with the customer of a case. Each method is safe to repeat: the same message goes out once. Where
 * a customer has no mail address, somebody gets the task to tell them. What cannot be sent now throws
 * {@link MailUnavailable}.
 */
@Component
public class Correspondence {

    private final Complaints complaints;
    private final Letters letters;
    private final LetterDrafts drafts;
    private final MailLanguages languages;
    private final Outbox outbox;
    private final MessageRows rows;
    private final Decisions decisions;
    private final Questions questions;
    private final RemedyLedger ledger;
    private final ReturnOutcomes returnOutcomes;
    private final Timeline timeline;
    private final Clock clock;

    Correspondence(
            Complaints complaints,
            Letters letters,
            LetterDrafts drafts,
            MailLanguages languages,
            Outbox outbox,
            MessageRows rows,
            Decisions decisions,
            Questions questions,
            RemedyLedger ledger,
            ReturnOutcomes returnOutcomes,
            Timeline timeline,
            Clock clock) {
        this.complaints = complaints;
        this.letters = letters;
        this.drafts = drafts;
        this.languages = languages;
        this.outbox = outbox;
        this.rows = rows;
        this.decisions = decisions;
        this.questions = questions;
        this.ledger = ledger;
        this.returnOutcomes = returnOutcomes;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Says that the complaint has arrived, what happens next and by when. */
    @Transactional
    public void acknowledge(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        languages.note(complaint).ifPresent(note -> timeline.engineDid(caseNumber, TimelineKind.LANGUAGE, note));
        automatic(complaint, MessageKind.ACKNOWLEDGEMENT, letters::acknowledgement);
    }

    /** Says that somebody else looks at the complaint again. */
    @Transactional
    public void reopened(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        automatic(complaint, MessageKind.REOPENED, drafts::reopened);
    }

    /** Asks what the handler wants to know; once the customer has it, the clocks that may stand still do. */
    @Transactional
    public void ask(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        Verdict verdict = questions.asked(complaint);
        outbox.send(
                complaint,
                MessageKind.QUESTION,
                verdict.id().toString(),
                verdict.foundBy(),
                () -> letters.question(complaint, verdict.question(), verdict.foundBy()));
        // Only now, so that nobody who writes meanwhile waits for the mail server.
        questions.sent(complaints.change(caseNumber, Complaint::questionAsked));
    }

    /** Asks again, at most once a day; nothing where the question itself has not reached the customer. */
    @Transactional
    public void remind(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        if (!complaint.isWaitingForCustomer()) {
            return;
        }
        Verdict verdict = questions.asked(complaint);
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        outbox.send(
                complaint,
                MessageKind.REMINDER,
                verdict.id() + "/" + today,
                TimelineEntry.ENGINE,
                () -> letters.reminder(complaint, verdict.question(), verdict.foundBy()));
    }

    /** The question that waits for the customer's answer; empty while none has reached them. */
    public Optional<OpenQuestion> openQuestion(Complaint complaint) {
        return questions.open(complaint);
    }

    /** Explains the decision: its reason, what is made good, what happens next. */
    @Transactional
    public void explain(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        Decision decision = decisions
                .latest(complaint)
                .orElseThrow(() -> new IllegalStateException("Case " + caseNumber + " has not been decided"));
        outbox.send(
                complaint,
                MessageKind.DECISION,
                decision.id().toString(),
                decision.decidedBy(),
                () -> letters.decision(complaint, decision));
    }

    /** Says what was done instead, after something that was explained as done came back. */
    @Transactional
    public void correct(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        String cameBack = ledger.of(caseNumber).stream()
                .filter(remedy -> remedy.kind() == RemedyKind.REFUND && remedy.status() == RemedyStatus.FAILED)
                .map(Remedy::id)
                .map(UUID::toString)
                .sorted()
                .collect(Collectors.joining(","));
        outbox.send(
                complaint, MessageKind.CORRECTION, cameBack, TimelineEntry.ENGINE, () -> letters.correction(complaint));
    }

    /** Says what was done in place of a replacement that did not arrive. @param parcelId makes it the same message */
    @Transactional
    public void parcelReplaced(CaseNumber caseNumber, String parcelId) {
        Complaint complaint = complaints.get(caseNumber);
        outbox.send(
                complaint,
                MessageKind.PARCEL_REPLACED,
                parcelId,
                TimelineEntry.ENGINE,
                () -> letters.parcelReplaced(complaint));
    }

    /** Says how goods come back to us: the label to print, or when the carrier rings. */
    @Transactional
    public void wayBack(GoodsReturn goods) {
        aboutReturn(goods, MessageKind.WAY_BACK, letters::wayBack);
    }

    /** Reminds of goods that have not come back, once. */
    @Transactional
    public void remindReturn(GoodsReturn goods) {
        aboutReturn(goods, MessageKind.RETURN_REMINDER, letters::returnReminder);
    }

    /** Says what came of money that waited for goods, once; nothing where none did. */
    @Transactional
    public void returnOutcome(CaseNumber caseNumber, UUID returnId) {
        Outcome outcome = returnOutcomes.of(returnId);
        if (!outcome.waited()) {
            return;
        }
        Complaint complaint = complaints.get(caseNumber);
        outbox.send(
                complaint,
                MessageKind.RETURN_OUTCOME,
                returnId.toString(),
                TimelineEntry.ENGINE,
                () -> letters.returnOutcome(complaint, outcome));
    }

    private void aboutReturn(
            GoodsReturn goods, MessageKind kind, BiFunction<Complaint, GoodsReturn, Letter.Rendered> letter) {
        Complaint complaint = complaints.get(goods.number());
        String once = goods.id().toString();
        outbox.send(complaint, kind, once, TimelineEntry.ENGINE, () -> letter.apply(complaint, goods));
    }

    /** Asks whether everything has arrived. */
    @Transactional
    public void followUp(CaseNumber caseNumber) {
        automatic(complaints.get(caseNumber), MessageKind.FOLLOW_UP, letters::followUp);
    }

    /** Whether the customer was asked, in this round, whether everything has arrived. */
    public boolean isFollowUpOut(Complaint complaint) {
        return outbox.exists(complaint.number(), MessageKind.FOLLOW_UP, round(complaint));
    }

    /** When the customer had the decision of the case's present round; empty while they have not. */
    public Optional<Instant> explainedAt(Complaint complaint) {
        return decisions
                .latest(complaint)
                .flatMap(decision -> rows.find(
                        complaint.number(), MessageKind.DECISION, decision.id().toString()))
                .filter(Message::isKnownToCustomer)
                .map(Message::doneAt);
    }

    /** Says that the complaint is taken back, and what the customer keeps. */
    @Transactional
    public void confirmWithdrawal(CaseNumber caseNumber) {
        automatic(complaints.get(caseNumber), MessageKind.WITHDRAWAL, letters::withdrawal);
    }

    /** Writes down a person's last word; {@link #send} sends it. @return the id of the message */
    @Transactional
    public UUID finalAnswer(CaseNumber caseNumber, String words, String signedBy) {
        Complaint complaint = complaints.get(caseNumber);
        return outbox.due(
                        complaint,
                        MessageKind.FINAL_ANSWER,
                        round(complaint),
                        signedBy,
                        () -> letters.finalAnswer(complaint, words, signedBy))
                .id();
    }

    /**
     * Writes down a person's answer to what the customer wrote; {@link #send} sends it.
     *
     * @param dedup what makes it the same answer, such as the id of the task it was written in
     * @return the id of the message
     */
    @Transactional
    public UUID reply(CaseNumber caseNumber, String dedup, String words, String signedBy) {
        Complaint complaint = complaints.get(caseNumber);
        return outbox.due(
                        complaint, MessageKind.REPLY, dedup, signedBy, () -> letters.reply(complaint, words, signedBy))
                .id();
    }

    /** Sends a message that was written down before. */
    @Transactional
    public void send(UUID messageId) {
        outbox.deliver(rows.find(messageId).orElseThrow());
    }

    /**
     * Applies a correction of who the customer is and where they are reached to what is written and has not reached
     * them yet.
     *
     * @param addressCorrected whether they have another mail address now
     * @param telling the message that somebody is telling them right now, {@code null} where none
     */
    @Transactional
    public void follow(Complaint corrected, boolean addressCorrected, UUID telling) {
        outbox.follow(corrected, addressCorrected, telling);
    }

    /** The message with this id of ours. */
    public Optional<Message> find(UUID messageId) {
        return rows.find(messageId);
    }

    /** Notes that somebody told the customer a message. @param way {@code phone}, {@code letter} or {@code counter} */
    @Transactional
    public Message told(UUID messageId, String person, String way) {
        return outbox.told(messageId, person, way);
    }

    /** The whole conversation between the customer and us, oldest first, including what is not sent yet. */
    public List<Message> conversation(CaseNumber caseNumber) {
        return rows.conversation(caseNumber);
    }

    /**
     * What the customer wrote, and what they have been sent or told, oldest first.
     *
     * @param before how many of the latest ones are left out
     * @param most how many are read
     */
    public List<Message> heard(CaseNumber caseNumber, long before, int most) {
        return rows.heard(caseNumber, before, most);
    }

    private void automatic(Complaint complaint, MessageKind kind, Function<Complaint, Letter.Rendered> letter) {
        outbox.send(complaint, kind, round(complaint), TimelineEntry.ENGINE, () -> letter.apply(complaint));
    }

    private static String round(Complaint complaint) {
        return String.valueOf(complaint.round());
    }
}
