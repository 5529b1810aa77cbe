package io.redress.engine.migration;

import io.redress.engine.port.DiagramLabels;
import io.redress.engine.port.TimerQuestions;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingTransitionInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * The moves of running processes to another version of their diagram. Each stays where it stands, and its timers are due
 * when they were due before. What has fired does so no second time: the engine begins every timer of the other version
 * that it does not find, also where it is not found because it has fired already.
 */
@Component
public class ProcessMigrations {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TimerQuestions questions;
    private final DiagramLabels labels;

    ProcessMigrations(
            RuntimeService runtime, ManagementService management, TimerQuestions questions, DiagramLabels labels) {
        this.runtime = runtime;
        this.management = management;
        this.questions = questions;
        this.labels = labels;
    }

    /**
     * The way from one version to another.
     *
     * @param from the engine's id of a version
     * @param to that of another version of the same process
     * @param renamed the ids in the other version of steps that have another one there; those that cannot go on as each
     *     other are left out
     */
    public MigrationPlan plan(String from, String to, Map<String, String> renamed) {
        Map<String, String> pairs = new HashMap<>(renamed);
        while (true) {
            MigrationPlanBuilder plan = runtime.createMigrationPlan(from, to).mapEqualActivities();
            pairs.forEach(plan::mapActivities);
            try {
                return plan.build();
            } catch (MigrationPlanValidationException refused) {
                Set<String> wrong = refused.getValidationReport().getInstructionReports().stream()
                        .map(MigrationInstructionValidationReport::getMigrationInstruction)
                        .map(MigrationInstruction::getSourceActivityId)
                        .collect(Collectors.toSet());
                if (!pairs.keySet().removeAll(wrong)) {
                    throw refused;
                }
            }
        }
    }

    /**
     * Moves a process, in the present transaction.
     *
     * @return what has become of its timers, all of them
     * @throws CannotMigrate where it stands at a step that the other version does not have; the transaction can then only
     *     be rolled back
     */
    public List<KeptTimer> move(MigrationPlan plan, String instance) {
        Map<String, OpenTimer> before = timers(instance);
        try {
            runtime.newMigration(plan).processInstanceIds(instance).execute();
        } catch (MigratingProcessInstanceValidationException refused) {
            throw new CannotMigrate(why(plan, refused.getValidationReport()), refused);
        }
        return keepTimers(plan, before, timers(instance));
    }

    /** Those that run, by the engine's ids, which they keep for as long as they are the same. */
    private Map<String, OpenTimer> timers(String instance) {
        return management.createJobQuery().processInstanceId(instance).timers().list().stream()
                .collect(Collectors.toMap(Job::getId, this::timer));
    }

    private OpenTimer timer(Job job) {
        JobDefinition definition = questions.of(job);
        String event = definition.getActivityId();
        return new OpenTimer(
                event,
                labels.step(job.getProcessDefinitionId(), event),
                definition.getJobConfiguration(),
                job.getDuedate().toInstant());
    }

    private List<KeptTimer> keepTimers(
            MigrationPlan plan, Map<String, OpenTimer> before, Map<String, OpenTimer> after) {
        List<KeptTimer> timers = new ArrayList<>();
        Map<String, OpenTimer> gone = new HashMap<>(before);
        Map<String, OpenTimer> begun = new HashMap<>(after);
        before.forEach((job, timer) -> {
            if (after.containsKey(job)) {
                timers.add(new KeptTimer(timer, after.get(job)));
                gone.remove(job);
                begun.remove(job);
            }
        });
        Set<String> awaited = timers.stream()
                .map(kept -> kept.before().question())
                .filter(question -> question.contains("{"))
                .collect(Collectors.toSet());
        begun.forEach((job, timer) -> {
            Optional<String> drawnAnew = gone.keySet().stream()
                    .filter(id -> gone.get(id).question().equals(timer.question()))
                    .findFirst();
            if (drawnAnew.isPresent()) {
                OpenTimer earlier = gone.remove(drawnAnew.get());
                management.setJobDuedate(job, Date.from(earlier.dueAt()));
                timers.add(new KeptTimer(earlier, timer.dueAt(earlier.dueAt())));
            } else if (hadIt(plan, timer) || awaited.contains(timer.question())) {
                // It has fired already, or another asks a bean for the same, as the later rounds of a loop do.
                management.deleteJob(job);
            } else {
                timers.add(new KeptTimer(null, timer));
            }
        });
        gone.values().forEach(timer -> timers.add(new KeptTimer(timer, null)));
        return timers;
    }

    /** Whether the version before has this timer, too. */
    private boolean hadIt(MigrationPlan plan, OpenTimer timer) {
        String event = plan.getInstructions().stream()
                .filter(instruction -> instruction.getTargetActivityId().equals(timer.event()))
                .map(MigrationInstruction::getSourceActivityId)
                .findFirst()
                .orElse(timer.event());
        return questions.isAt(plan.getSourceProcessDefinitionId(), event);
    }

    private List<String> why(MigrationPlan plan, MigratingProcessInstanceValidationReport report) {
        Stream<String> standing = Stream.concat(
                        report.getActivityInstanceReports().stream()
                                .map(MigratingActivityInstanceValidationReport::getSourceScopeId),
                        report.getTransitionInstanceReports().stream()
                                .map(MigratingTransitionInstanceValidationReport::getSourceScopeId))
                .distinct()
                .map(step -> "It stands at “%s”, which has no counterpart in the other version."
                        .formatted(labels.step(plan.getSourceProcessDefinitionId(), step)));
        List<String> why = new ArrayList<>(standing.toList());
        report.getFailures().forEach(failure -> why.add("The engine says: " + failure));
        return why;
    }
}
