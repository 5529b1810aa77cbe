package io.redress.mending.standstill.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Status;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.followup.Reopening;
import io.redress.core.staff.Groups;
import io.redress.engine.port.ComplaintProcess;
import io.redress.engine.port.ComplaintVariables;
import io.redress.mending.standstill.Mending;
import io.redress.mending.standstill.MendingChoice;
import io.redress.mending.standstill.Standstill.Cause;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.time.clock.Deadlines;
import io.redress.time.clock.PauseReason;
import io.redress.verification.gathering.Verification;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * The way on <i>decide by hand</i>: brings the case back to a handler, who decides it as if the failed steps had never
 * been tried.
 */
@Component
class DecideByHand implements WayOn {

    /** The form of the task in which a handler decides; the task is found by it, whatever it is called. */
    private static final String FORM = "verifyComplaint";

    private static final Set<Status> DECIDED = Set.of(Status.WAITING_FOR_FOLLOW_UP, Status.CLOSED, Status.WITHDRAWN);

    private final Complaints complaints;
    private final RemedyLedger ledger;
    private final Deadlines deadlines;
    private final Reopening reopening;
    private final Verification verification;
    private final ProcessBranches branches;
    private final ModelSteps steps;
    private final NewestVersion newest;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    DecideByHand(
            Complaints complaints,
            RemedyLedger ledger,
            Deadlines deadlines,
            Reopening reopening,
            Verification verification,
            ProcessBranches branches,
            ModelSteps steps,
            NewestVersion newest,
            RuntimeService runtime,
            RepositoryService repository) {
        this.complaints = complaints;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.reopening = reopening;
        this.verification = verification;
        this.branches = branches;
        this.steps = steps;
        this.newest = newest;
        this.runtime = runtime;
        this.repository = repository;
    }

    @Override
    public MendingChoice choice() {
        return MendingChoice.DECIDE_BY_HAND;
    }

    @Override
    public void go(Mending mending, String by, String reason) {
        if (mending.caseNumber() == null) {
            throw WayOn.closed(
                    "This is about no case, so that nothing is to be decided; try again, or go on without the step.");
        }
        Complaint complaint = complaints.get(mending.caseNumber());
        Optional<ProcessInstance> main = main(complaint.number());
        requireOpen(complaint, main, mending);
        verification.gatherForPerson(complaint.number());
        complaint = undecided(complaint, mending, by, reason);
        if (main.isPresent()) {
            giveTeam(main.get(), complaint);
            newest.follow(main.get().getId());
            ProcessInstance following = main(complaint.number()).orElseThrow();
            branches.moveTo(task(following.getProcessDefinitionId()), following);
        } else {
            beginAtTask(complaint);
        }
    }

    private void requireOpen(Complaint complaint, Optional<ProcessInstance> main, Mending mending) {
        if (ledger.isUnderWay(complaint.number())) {
            throw WayOn.closed("Money or goods are on their way, and what became of them is not known yet."
                    + " Try again, or decide by hand once that is settled.");
        }
        if (mending.cause() == Cause.REMEDY_LEFT) {
            return;
        }
        if (DECIDED.contains(complaint.status())) {
            throw WayOn.closed(
                    "The customer knows the decision already, so that it is not decided anew. Try again, or go on"
                            + " without the step; the case is reopened where the customer is not content.");
        }
        if (complaint.isWithdrawalRequested()) {
            throw WayOn.closed(
                    "The customer has taken the complaint back, so that nothing is to be decided. Try again.");
        }
        main.ifPresent(running -> requireOnMainLine(running, mending));
    }

    private void requireOnMainLine(ProcessInstance main, Mending mending) {
        if (mending.cause() == Cause.SUSPENDED) {
            throw WayOn.closed("The process is stopped; try again lets it go on first.");
        }
        if (mending.cause() != Cause.NO_BRANCH && !branches.holds(main, mending)) {
            throw WayOn.closed("“%s” runs beside the case and decides nothing. Try again, or go on without the step."
                    .formatted(mending.step()));
        }
    }

    private Complaint undecided(Complaint complaint, Mending mending, String by, String reason) {
        ledger.supersede(complaint.number(), by, "To be decided by hand: " + reason);
        // Whoever opened the case again meanwhile began the round in which it is decided.
        if (mending.cause() == Cause.REMEDY_LEFT && complaint.mayReopen()) {
            return reopening.reopen(complaint.number());
        }
        if (complaint.isQuestionOpen()) {
            deadlines.resume(complaint.number(), PauseReason.WAITING_FOR_CUSTOMER);
        }
        return complaints.change(complaint.number(), undecided -> {
            undecided.questionSettled();
            undecided.judgementRefused();
        });
    }

    private Optional<ProcessInstance> main(CaseNumber caseNumber) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber.value(), ComplaintProcess.KEY)
                .list()
                .stream()
                .findFirst();
    }

    /** The team is named by triage, which may be what failed. */
    private void giveTeam(ProcessInstance main, Complaint complaint) {
        if (runtime.getVariable(main.getId(), ComplaintVariables.TEAM.name()) == null) {
            runtime.setVariable(main.getId(), ComplaintVariables.TEAM.name(), team(complaint));
        }
    }

    private static String team(Complaint complaint) {
        return Optional.ofNullable(complaint.team()).orElse(Groups.HANDLERS);
    }

    /** Where the process is gone; what it knew beside the case file, it is told. */
    private void beginAtTask(Complaint complaint) {
        String latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(ComplaintProcess.KEY)
                .latestVersion()
                .singleResult()
                .getId();
        runtime.createProcessInstanceById(latest)
                .businessKey(complaint.number().value())
                .setVariable(
                        ComplaintVariables.CASE_NUMBER.name(),
                        complaint.number().value())
                .setVariable(ComplaintVariables.ROUND.name(), complaint.round())
                .setVariable(ComplaintVariables.CONCLUSIVE.name(), false)
                .setVariable(ComplaintVariables.TEAM.name(), team(complaint))
                .startBeforeActivity(task(latest).getId())
                .execute();
    }

    private UserTask task(String definition) {
        return steps.taskWithForm(definition, FORM)
                .orElseThrow(() -> WayOn.closed(
                        "The diagram has no task with the form “%s” any more; try again, or go on without the step."
                                .formatted(FORM)));
    }
}
