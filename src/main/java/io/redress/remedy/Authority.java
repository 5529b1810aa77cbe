package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Status;
import io.redress.complaint.Timeline;
import io.redress.complaint.TimelineEntry;
import io.redress.engine.People;
import io.redress.engine.RefusedInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may decide how much, and that nobody approves what they asked for themselves. */
@Component
public class Authority {

    private static final List<String> RANKS = List.of("managers", "leads", "handlers");

    private final Complaints complaints;
    private final Decisions decisions;
    private final RemedyLedger ledger;
    private final People people;
    private final Timeline timeline;

    Authority(Complaints complaints, Decisions decisions, RemedyLedger ledger, People people, Timeline timeline) {
        this.complaints = complaints;
        this.decisions = decisions;
        this.ledger = ledger;
        this.people = people;
        this.timeline = timeline;
    }

    /** The word for who decided: {@code redress}, {@code handler}, {@code lead} or {@code manager}. */
    public String requester(CaseNumber caseNumber) {
        String decidedBy = decidedBy(caseNumber);
        if (decidedBy.equals(TimelineEntry.ENGINE)) {
            return decidedBy;
        }
        List<String> groups = people.groupsOf(decidedBy);
        return RANKS.stream()
                .filter(groups::contains)
                .findFirst()
                .map(group -> group.substring(0, group.length() - 1))
                .orElse("handler");
    }

    /** What the case costs us altogether, in major units: the sum, so that parts do not slip under a limit. */
    public BigDecimal amount(CaseNumber caseNumber) {
        return ledger.cost(caseNumber);
    }

    /** The currency of that amount; empty where no money or goods are concerned. */
    public String currency(CaseNumber caseNumber) {
        return ledger.of(caseNumber).stream()
                .map(Remedy::currency)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** Lets the remedies go out on the authority of who decided. */
    @Transactional
    public void withinAuthority(CaseNumber caseNumber) {
        ledger.approve(caseNumber, decidedBy(caseNumber));
        complaints.change(caseNumber, approved -> approved.moveTo(Status.MAKING_GOOD));
    }

    /** Lets the remedies wait for another person. */
    @Transactional
    public void beyondAuthority(CaseNumber caseNumber, String reason) {
        complaints.change(caseNumber, waiting -> waiting.moveTo(Status.WAITING_FOR_APPROVAL));
        timeline.engineDid(caseNumber, "approval_needed", reason);
    }

    /** @throws RefusedInput where this person asked for it */
    public void requireAnotherPerson(CaseNumber caseNumber, String person) {
        if (person == null || person.equals(decidedBy(caseNumber))) {
            throw new RefusedInput("approval", "Nobody approves what they decided themselves; ask another person.");
        }
    }

    /**
     * Takes an approver's answer.
     *
     * @param approverGroups the groups that may approve, separated by commas
     */
    @Transactional
    public void answer(CaseNumber caseNumber, boolean approved, String reason, String approver, String approverGroups) {
        requireAnotherPerson(caseNumber, approver);
        if (people.groupsOf(approver).stream().noneMatch(List.of(approverGroups.split(","))::contains)) {
            throw new RefusedInput("approval", "Only " + approverGroups.replace(",", " or ") + " may approve this.");
        }
        if (approved) {
            ledger.approve(caseNumber, approver);
            complaints.change(caseNumber, making -> making.moveTo(Status.MAKING_GOOD));
            return;
        }
        if (reason == null) {
            throw new RefusedInput("approvalReason", "Say why; the handler has to find another way.");
        }
        timeline.add(caseNumber, approver, "approval_refused", reason);
        ledger.supersede(caseNumber, approver, "Not approved: " + reason);
        complaints.change(caseNumber, Complaint::judgementRefused);
    }

    private String decidedBy(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        return decisions.latest(complaint).map(Decision::decidedBy).orElse(TimelineEntry.ENGINE);
    }
}
