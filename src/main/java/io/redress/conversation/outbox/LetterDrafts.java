package io.redress.conversation.outbox;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.conversation.letter.Letter;
import io.redress.conversation.letter.Letters;
import io.redress.remedy.decision.Decisions;
import io.redress.remedy.returns.GoodsReturns;
import io.redress.remedy.returns.ReturnOutcomes;
import io.redress.time.promise.Promises;
import io.redress.verification.finding.Verdict;
import io.redress.verification.finding.Verdicts;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The composer of messages that are written down but have not gone out: it composes them once more for another reader,
 * in another language, or without what this reader must not know.
 */
@Component
public class LetterDrafts {

    private final Letters letters;
    private final Decisions decisions;
    private final Verdicts verdicts;
    private final GoodsReturns returns;
    private final ReturnOutcomes returnOutcomes;
    private final Promises promises;
    private final MessageRows rows;

    LetterDrafts(
            Letters letters,
            Decisions decisions,
            Verdicts verdicts,
            GoodsReturns returns,
            ReturnOutcomes returnOutcomes,
            Promises promises,
            MessageRows rows) {
        this.letters = letters;
        this.decisions = decisions;
        this.verdicts = verdicts;
        this.returns = returns;
        this.returnOutcomes = returnOutcomes;
        this.promises = promises;
        this.rows = rows;
    }

    /** The letter as it may be read now by whoever is written to, whatever it was written from. */
    Letter.Rendered forReaderNow(Complaint complaint, Message message) {
        return anew(complaint, message).orElseGet(() -> letters.news(complaint));
    }

    /** The letter as it would be written now; empty where what it was written from is not known any more. */
    Optional<Letter.Rendered> anew(Complaint complaint, Message message) {
        return switch (message.kind()) {
            case ACKNOWLEDGEMENT -> Optional.of(letters.acknowledgement(complaint));
            case REOPENED -> Optional.of(reopened(complaint));
            case HOLDING ->
                promises.inPlaceOf(complaint, Long.parseLong(message.dedup()))
                        .map(promise -> letters.holding(complaint, promise));
            case QUESTION -> quoted(message).map(words -> letters.question(complaint, words, message.signedBy()));
            case REMINDER -> quoted(message).map(words -> reminder(complaint, words));
            case DECISION ->
                decisions
                        .latest(complaint)
                        .filter(decision -> decision.id().toString().equals(message.dedup()))
                        .map(decision -> letters.decision(complaint, decision));
            case CORRECTION -> Optional.of(letters.correction(complaint));
            case PARCEL_REPLACED -> Optional.of(letters.parcelReplaced(complaint));
            case WAY_BACK -> Optional.of(letters.wayBack(complaint, returns.get(UUID.fromString(message.dedup()))));
            case RETURN_REMINDER ->
                Optional.of(letters.returnReminder(complaint, returns.get(UUID.fromString(message.dedup()))));
            case RETURN_OUTCOME ->
                Optional.of(letters.returnOutcome(complaint, returnOutcomes.of(UUID.fromString(message.dedup()))));
            case FOLLOW_UP -> Optional.of(letters.followUp(complaint));
            case WITHDRAWAL -> Optional.of(letters.withdrawal(complaint));
            case FINAL_ANSWER ->
                quoted(message).map(words -> letters.finalAnswer(complaint, words, message.signedBy()));
            case REPLY -> quoted(message).map(words -> letters.reply(complaint, words, message.signedBy()));
            case CUSTOMER, ALERT -> Optional.empty();
        };
    }

    /** The letter that says that the complaint is looked at again, and why. */
    public Letter.Rendered reopened(Complaint complaint) {
        return letters.reopened(complaint, rows.cameAfterEndOf(complaint.number(), complaint.round() - 1));
    }

    private Letter.Rendered reminder(Complaint complaint, String words) {
        String askedBy = verdicts.latest(complaint).map(Verdict::foundBy).orElse(TimelineEntry.ENGINE);
        return letters.reminder(complaint, words, askedBy);
    }

    private static Optional<String> quoted(Message message) {
        return Optional.ofNullable(message.quoted());
    }
}
