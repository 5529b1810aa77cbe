package io.redress.mending.standstill.process;

import io.redress.core.text.EnumWords;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.DiagramLabels;
import io.redress.mending.standstill.Mending;
import io.redress.mending.standstill.MendingChoice;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** The way on <i>go on</i>: leaves the step out, unless the customer, the law or the books need it. */
@Component
class GoOn implements WayOn {

    private static final Set<RemedyStatus> OPEN =
            Set.of(RemedyStatus.PROPOSED, RemedyStatus.APPROVED, RemedyStatus.SENT, RemedyStatus.UNKNOWN);

    /** The engine's word for a save point behind a step, which is done when it stands there. */
    private static final String ALREADY_DONE = "async-after";

    private final ModelSteps steps;
    private final DiagramLabels labels;
    private final ProcessBranches branches;
    private final RemedyLedger ledger;
    private final ManagementService management;

    GoOn(
            ModelSteps steps,
            DiagramLabels labels,
            ProcessBranches branches,
            RemedyLedger ledger,
            ManagementService management) {
        this.steps = steps;
        this.labels = labels;
        this.branches = branches;
        this.ledger = ledger;
        this.management = management;
    }

    @Override
    public MendingChoice choice() {
        return MendingChoice.GO_ON;
    }

    @Override
    public void go(Mending mending, String by, String reason) {
        switch (mending.cause()) {
            case FAILED, OUTAGE, NOTHING_AWAITED -> leaveOut(mending);
            case REMEDY_LEFT ->
                throw WayOn.closed(
                        "What was decided for the customer is not given up in passing. Try again, or decide by"
                                + " hand: the case is then decided anew.");
            case SUSPENDED ->
                throw WayOn.closed("The whole process is stopped, not one step of it; try again lets it go on.");
            case NO_BRANCH, NO_PROCESS ->
                throw WayOn.closed("There is no step to leave out; decide by hand, and the case goes on from there.");
        }
    }

    private void leaveOut(Mending mending) {
        Optional<Job> job = Optional.ofNullable(mending.jobId())
                .map(id -> management.createJobQuery().jobId(id).singleResult());
        if (mending.jobId() != null && job.isEmpty()) {
            return;
        }
        String definition = branches.definition(mending.instanceId());
        FlowNode step = steps.find(definition, mending.activityId())
                .orElseThrow(
                        () -> WayOn.closed(("“%s” comes right after what ended before it and cannot be left out alone."
                                        + " Try again once the cause is gone, or decide by hand.")
                                .formatted(mending.step())));
        if (!ModelSteps.isWork(step)) {
            throw WayOn.closed(("“%s” is a question or an event of the diagram, and the case cannot go on without its"
                            + " answer. Have the diagram corrected and try again, or decide by hand.")
                    .formatted(mending.step()));
        }
        Optional<JobDefinition> tried = job.map(this::definition);
        String standing = tried.map(JobDefinition::getActivityId).orElse(mending.activityId());
        if (tried.map(JobDefinition::getJobConfiguration)
                .filter(ALREADY_DONE::equals)
                .isEmpty()) {
            requireAlone(definition, standing, step, mending);
        }
        steps.skipping(step).forEach(rule -> require(rule, mending));
        if (step instanceof CallActivity call && !steps.isKnown(call)) {
            // What a process does that nobody has deployed is not known; it may be what makes good.
            requireNothingOpen(Set.of(RemedyKind.values()), mending);
        }
        branches.goOnAfter(mending, standing);
        // A timer that begins something beside the case has no branch that its job could have gone with.
        job.map(Job::getId)
                .filter(id -> management.createJobQuery().jobId(id).count() > 0)
                .ifPresent(management::deleteJob);
    }

    private JobDefinition definition(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
    }

    /**
     * A step that is done in one go with an earlier one cannot be left out alone: what the earlier one did was undone.
     */
    private void requireAlone(String definition, String standing, FlowNode step, Mending mending) {
        boolean alone = standing.equals(step.getId())
                || steps.find(definition, standing).filter(ModelSteps::isWork).isEmpty();
        if (!alone) {
            throw WayOn.closed(
                    ("“%s” is done in one go with “%s”, which would be left out as well. Try again once the cause"
                                    + " is gone, or decide by hand.")
                            .formatted(mending.step(), labels.step(definition, standing)));
        }
    }

    private void require(Skippable rule, Mending mending) {
        if (rule.value() == Skippable.When.NEVER) {
            throw WayOn.closed("“%s” %s, and is never left out. Try again once the cause is gone, or decide by hand."
                    .formatted(mending.step(), rule.because()));
        }
        requireNothingOpen(kinds(rule), mending);
    }

    private static Set<RemedyKind> kinds(Skippable rule) {
        return Arrays.stream(rule.remedies())
                .map(word -> EnumWords.constant(RemedyKind.class, word).orElseThrow())
                .collect(Collectors.toSet());
    }

    private void requireNothingOpen(Set<RemedyKind> kinds, Mending mending) {
        List<Remedy> open = mending.caseNumber() == null
                ? List.of()
                : ledger.of(mending.caseNumber()).stream()
                        .filter(remedy -> kinds.contains(remedy.kind()) && isOpen(remedy))
                        .toList();
        if (!open.isEmpty()) {
            throw WayOn.closed(
                    ("“%s” brings about what is owed and not settled (%s). Try again; or decide by hand; or settle"
                                    + " it as not owed or done outside, and go on then.")
                            .formatted(
                                    mending.step(),
                                    open.stream()
                                            .map(remedy -> EnumWords.word(remedy.kind()) + " "
                                                    + EnumWords.word(remedy.status()))
                                            .collect(Collectors.joining(", "))));
        }
    }

    private static boolean isOpen(Remedy remedy) {
        return OPEN.contains(remedy.status()) || remedy.status() == RemedyStatus.FAILED && remedy.handledBy() == null;
    }
}
