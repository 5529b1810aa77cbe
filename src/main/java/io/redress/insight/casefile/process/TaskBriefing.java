package io.redress.insight.casefile.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.conversation.hold.LetterHolds;
import io.redress.conversation.outbox.Message;
import io.redress.core.staff.People;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.insight.casefile.CaseFile.TaskPart;
import io.redress.insight.casefile.TaskValue;
import io.redress.remedy.decision.Decision;
import io.redress.remedy.decision.Decisions;
import io.redress.remedy.dispute.Disputes;
import io.redress.verification.finding.Verdict;
import io.redress.verification.finding.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The briefing of a task: why it is here, and what was asked, said or tried before. */
@Component
class TaskBriefing {

    /** What sends a case back to its handler. */
    private static final Set<TimelineKind> COMES_BACK = Set.of(
            TimelineKind.ADVICE,
            TimelineKind.ADVICE_OVERDUE,
            TimelineKind.APPROVAL_REFUSED,
            TimelineKind.CUSTOMER_WROTE,
            TimelineKind.REOPENED);

    private final Correspondence correspondence;
    private final Timeline timeline;
    private final Decisions decisions;
    private final Verdicts verdicts;
    private final TaskValue taskValue;
    private final Disputes disputes;
    private final People people;
    private final LetterHolds holds;

    TaskBriefing(
            Correspondence correspondence,
            Timeline timeline,
            Decisions decisions,
            Verdicts verdicts,
            TaskValue taskValue,
            Disputes disputes,
            People people,
            LetterHolds holds) {
        this.correspondence = correspondence;
        this.timeline = timeline;
        this.decisions = decisions;
        this.verdicts = verdicts;
        this.taskValue = taskValue;
        this.disputes = disputes;
        this.people = people;
        this.holds = holds;
    }

    /** @param form the key of the task's form */
    TaskPart of(String form, Map<String, Object> variables, Complaint complaint) {
        Optional<Message> toTell = ComplaintVariables.MESSAGE_ID
                .find(variables)
                .map(UUID::fromString)
                .flatMap(correspondence::find);
        return new TaskPart(
                message(form, variables, complaint, toTell),
                toTell.map(Message::words).orElse(""),
                taskValue.amount(complaint.number()),
                decisions
                        .latest(complaint)
                        .map(Decision::decidedBy)
                        .map(this::name)
                        .orElse(""),
                failure(variables, complaint));
    }

    private String failure(Map<String, Object> variables, Complaint complaint) {
        return ComplaintVariables.STUCK_BECAUSE
                .find(variables)
                .map(why ->
                        "Every attempt broke down, and whether it was done may not be known. The last answer: " + why)
                .orElseGet(() -> taskValue.failures(complaint.number()));
    }

    private String message(String form, Map<String, Object> variables, Complaint complaint, Optional<Message> toTell) {
        return switch (form) {
            case "approveRemedy" -> toApprove(variables, complaint);
            case "adviseHandler" ->
                verdicts.latest(complaint).map(Verdict::question).orElse("");
            case "verifyComplaint" ->
                last(complaint, COMES_BACK).map(back -> since(complaint, back)).orElse("");
            case "nameAccused" -> lastText(complaint, TimelineKind.SHIELDED);
            case "decideLetters" -> lastText(complaint, TimelineKind.LETTERS_HELD) + waiting(complaint);
            case "lookForParcel" -> lastText(complaint, TimelineKind.PARCEL_TROUBLE);
            case "receiveGoods", "settleReturn" ->
                lastText(
                        complaint,
                        TimelineKind.RETURN_ARRIVED,
                        TimelineKind.RETURN_RECEIVED,
                        TimelineKind.RETURN_OVERDUE,
                        TimelineKind.DEDUCTION_REFUSED);
            case "answerDispute" ->
                ComplaintVariables.DISPUTE_ID
                        .find(variables)
                        .map(disputes::inWords)
                        .orElse("");
            default -> toTell.map(told -> EnumWords.word(told.kind())).orElse("");
        };
    }

    /** What is kept back of returned goods is asked for by a person, what is decided by the table of authority. */
    private String toApprove(Map<String, Object> variables, Complaint complaint) {
        if (ComplaintVariables.RETURN_ID.find(variables).isPresent()) {
            return last(complaint, Set.of(TimelineKind.DEDUCTION_ASKED))
                    .map(asked -> name(asked.actor()) + " asks: " + asked.text())
                    .orElse("");
        }
        return lastText(complaint, TimelineKind.APPROVAL_NEEDED);
    }

    private String waiting(Complaint complaint) {
        List<String> kinds = holds.waiting(complaint.number()).stream()
                .map(message -> EnumWords.word(message.kind()).replace('_', ' '))
                .toList();
        return kinds.isEmpty() ? "\nNothing waits yet." : "\nWaiting: " + String.join(", ", kinds) + ".";
    }

    private String since(Complaint complaint, TimelineEntry back) {
        return switch (back.kind()) {
            case ADVICE -> name(back.actor()) + " advises:\n" + back.text();
            case APPROVAL_REFUSED -> name(back.actor()) + " does not approve:\n" + back.text();
            case CUSTOMER_WROTE -> "The customer wrote:\n" + lastWords(complaint);
            default -> back.text();
        };
    }

    private String lastWords(Complaint complaint) {
        return correspondence.conversation(complaint.number()).stream()
                .filter(message -> message.direction() == Message.Direction.IN)
                .reduce((earlier, later) -> later)
                .map(Message::words)
                .orElse("");
    }

    private String lastText(Complaint complaint, TimelineKind... kinds) {
        return last(complaint, Set.of(kinds)).map(TimelineEntry::text).orElse("");
    }

    private Optional<TimelineEntry> last(Complaint complaint, Set<TimelineKind> kinds) {
        return timeline.last(complaint.number(), kinds);
    }

    private String name(String actor) {
        return TimelineEntry.ENGINE.equals(actor)
                ? "Redress, by its tables"
                : people.find(actor).map(People.Person::displayName).orElse(actor);
    }
}
