package io.redress.engine.migration;

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
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingTransitionInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
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
    private final OpenTimers timers;

    ProcessMigrations(RuntimeService runtime, ManagementService management, OpenTimers timers) {
        this.runtime = runtime;
        this.management = management;
        this.timers = timers;
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
     * @throws CannotMigrate where it stands at a step that the other version does not have; the transaction can then only
     *     be rolled back
     */
    public void move(MigrationPlan plan, String instance) {
        List<OpenTimer> before = timers.of(List.of(instance));
        try {
            runtime.newMigration(plan).processInstanceIds(instance).execute();
        } catch (MigratingProcessInstanceValidationException refused) {
            throw new CannotMigrate(why(plan, refused.getValidationReport()), refused);
        }
        keepTimers(plan, before, timers.of(List.of(instance)));
    }

    private void keepTimers(MigrationPlan plan, List<OpenTimer> before, List<OpenTimer> after) {
        Set<String> kept = after.stream().map(OpenTimer::jobId).collect(Collectors.toSet());
        List<OpenTimer> gone =
                before.stream().filter(timer -> !kept.contains(timer.jobId())).collect(Collectors.toList());
        Set<String> known = before.stream().map(OpenTimer::jobId).collect(Collectors.toSet());
        Map<String, String> earlier = plan.getInstructions().stream()
                .collect(Collectors.toMap(
                        MigrationInstruction::getTargetActivityId,
                        MigrationInstruction::getSourceActivityId,
                        (one, other) -> one));
        Map<String, String> had = timers.questions(plan.getSourceProcessDefinitionId());
        for (OpenTimer begun : after) {
            if (known.contains(begun.jobId())) {
                continue;
            }
            Optional<OpenTimer> drawnAnew = gone.stream()
                    .filter(timer -> timer.question().equals(begun.question()))
                    .findFirst();
            if (drawnAnew.isPresent()) {
                gone.remove(drawnAnew.get());
                management.setJobDuedate(
                        begun.jobId(), Date.from(drawnAnew.get().dueAt()));
            } else if (had.containsKey(earlier.getOrDefault(begun.elementId(), begun.elementId()))
                    || isAwaited(begun, before, kept)) {
                management.deleteJob(begun.jobId());
            }
        }
    }

    /** Whether a timer that was kept asks a bean for the same instant, as the later rounds of a loop do. */
    private static boolean isAwaited(OpenTimer begun, List<OpenTimer> before, Set<String> kept) {
        return begun.question().contains("{")
                && before.stream()
                        .anyMatch(timer ->
                                kept.contains(timer.jobId()) && timer.question().equals(begun.question()));
    }

    private List<String> why(MigrationPlan plan, MigratingProcessInstanceValidationReport report) {
        Stream<String> standing = Stream.concat(
                        report.getActivityInstanceReports().stream()
                                .map(MigratingActivityInstanceValidationReport::getSourceScopeId),
                        report.getTransitionInstanceReports().stream()
                                .map(MigratingTransitionInstanceValidationReport::getSourceScopeId))
                .distinct()
                .map(step -> "It stands at “%s”, which has no counterpart in the other version."
                        .formatted(timers.label(plan.getSourceProcessDefinitionId(), step)));
        List<String> why = new ArrayList<>(standing.toList());
        report.getFailures().forEach(failure -> why.add("The engine says: " + failure));
        return why;
    }
}
