package io.redress.insight.casefile.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
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
    private static final Set<String> COMES_BACK =
            Set.of("advice", "advice_overdue", "approval_refused", "customer_wrote", "reopened");

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

    /** @param step the task's place in its diagram */
    TaskPart of(String step, Map<String, Object> variables, Complaint complaint) {
        Optional<Message> toTell = ComplaintVariables.MESSAGE_ID
                .find(variables)
                .map(UUID::fromString)
                .flatMap(correspondence::find);
        return new TaskPart(
                message(step, variables, complaint, toTell),
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

    private String message(String step, Map<String, Object> variables, Complaint complaint, Optional<Message> toTell) {
        return switch (step) {
            case "userTask_approveRemedy" ->
                last(complaint, Set.of("approval_needed"))
                        .map(TimelineEntry::text)
                        .orElse("");
            case "userTask_adviseHandler" ->
                verdicts.latest(complaint).map(Verdict::question).orElse("");
            case "userTask_verifyComplaint" ->
                last(complaint, COMES_BACK).map(back -> since(complaint, back)).orElse("");
            case "userTask_nameAccused" ->
                last(complaint, Set.of("shielded")).map(TimelineEntry::text).orElse("");
            case "userTask_decideLetters" ->
                last(complaint, Set.of("letters_held")).map(TimelineEntry::text).orElse("") + waiting(complaint);
            case "userTask_lookForParcel" ->
                last(complaint, Set.of("parcel_trouble"))
                        .map(TimelineEntry::text)
                        .orElse("");
            case "userTask_receiveGoods", "userTask_assessGoods", "userTask_goodsNeverCame" ->
                last(complaint, Set.of("return_arrived", "return_received", "return_overdue", "deduction_refused"))
                        .map(TimelineEntry::text)
                        .orElse("");
            case "userTask_approveDeduction" ->
                last(complaint, Set.of("deduction_asked"))
                        .map(asked -> name(asked.actor()) + " asks: " + asked.text())
                        .orElse("");
            case "userTask_answerDispute" ->
                ComplaintVariables.DISPUTE_ID
                        .find(variables)
                        .map(disputes::inWords)
                        .orElse("");
            default -> toTell.map(told -> EnumWords.word(told.kind())).orElse("");
        };
    }

    private String waiting(Complaint complaint) {
        List<String> kinds = holds.waiting(complaint.number()).stream()
                .map(message -> EnumWords.word(message.kind()).replace('_', ' '))
                .toList();
        return kinds.isEmpty() ? "\nNothing waits yet." : "\nWaiting: " + String.join(", ", kinds) + ".";
    }

    private String since(Complaint complaint, TimelineEntry back) {
        return switch (back.kind()) {
            case "advice" -> name(back.actor()) + " advises:\n" + back.text();
            case "approval_refused" -> name(back.actor()) + " does not approve:\n" + back.text();
            case "customer_wrote" -> "The customer wrote:\n" + lastWords(complaint);
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

    private Optional<TimelineEntry> last(Complaint complaint, Set<String> kinds) {
        return timeline.last(complaint.number(), kinds);
    }

    private String name(String actor) {
        return TimelineEntry.ENGINE.equals(actor)
                ? "Redress, by its tables"
                : people.find(actor).map(People.Person::displayName).orElse(actor);
    }
}
