package io.redress.redesign.migration;

import io.redress.core.database.Locks;
import io.redress.core.input.RefusedInput;
import io.redress.intake.registration.CaseAccess;
import io.redress.redesign.gate.GateMode;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.FindingTexts;
import io.redress.redesign.lint.Lint;
import io.redress.redesign.lint.RefusedModels;
import io.redress.redesign.migration.MigrationRun.MigratedCase;
import io.redress.redesign.release.ModelVersion;
import io.redress.redesign.release.ModelVersions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves of open cases to another version of a diagram. */
@Component
public class Migrations {

    /** How long whoever orders a move waits for it; few cases are done by then. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private final ModelVersions versions;
    private final RepositoryService repository;
    private final Lint lint;
    private final FindingTexts texts;
    private final GateMode gate;
    private final MigrationRows rows;
    private final MigrationWork work;
    private final CaseAccess access;
    private final Locks locks;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Migrations(
            ModelVersions versions,
            RepositoryService repository,
            Lint lint,
            FindingTexts texts,
            GateMode gate,
            MigrationRows rows,
            MigrationWork work,
            CaseAccess access,
            Locks locks,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.versions = versions;
        this.repository = repository;
        this.lint = lint;
        this.texts = texts;
        this.gate = gate;
        this.rows = rows;
        this.work = work;
        this.access = access;
        this.locks = locks;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Cases of the same process are being moved already. */
    public static final class MovingAlready extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private MovingAlready() {
            super("Cases of this process are being moved already. Wait until that is done, or cancel it.");
        }
    }

    /**
     * Begins a move, or a trial of it. Where there are few cases it is done when this returns; else it goes on beside
     * everything, on all nodes, also after a restart.
     *
     * @param person a login
     * @throws RefusedInput where there is no such process, or no such version of it
     * @throws RefusedModels where the version would not be let in today
     * @throws MovingAlready where cases of this process are being moved already
     */
    public MigrationRun start(Order order, String person) {
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(order.process())
                        .count()
                == 0) {
            throw new RefusedInput("process", "There is no process “%s”.".formatted(order.process()));
        }
        ModelVersion version = version("to", order.to(), order.process());
        if (order.from() != null) {
            version("from", order.from(), order.process());
        }
        String definition = definition(version, order.process());
        List<Finding> errors = lint.check(List.of(versions.file(version))).stream()
                .filter(Finding::isError)
                .toList();
        if (!errors.isEmpty() && gate.isRefusing()) {
            throw new RefusedModels(errors, texts);
        }
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            locks.hold("migration of " + order.process());
            if (!order.dryRun() && rows.isMoving(order.process())) {
                throw new MovingAlready();
            }
            rows.add(id, order, definition, person, clock.instant());
        });
        long until = System.nanoTime() + AT_ONCE.toNanos();
        while (System.nanoTime() < until && work.next()) {}
        return rows.find(id).orElseThrow();
    }

    private ModelVersion version(String field, int id, String process) {
        ModelVersion version = versions.find(id)
                .orElseThrow(() -> new RefusedInput(field, "There is no version %d of any file.".formatted(id)));
        if (!version.defines().contains("process:" + process)) {
            throw new RefusedInput(
                    field,
                    "Version %d is one of “%s”, in which there is no process “%s”."
                            .formatted(id, version.file(), process));
        }
        return version;
    }

    private String definition(ModelVersion version, String process) {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(version.deployment())
                .processDefinitionKey(process)
                .processDefinitionResourceName(version.file())
                .list()
                .stream()
                .map(ProcessDefinition::getId)
                .findFirst()
                .orElseThrow(() -> new RefusedInput(
                        "to", "The engine no longer has version %d. Put it live again first.".formatted(version.id())));
    }

    /** A run, whoever began it. */
    public Optional<MigrationRun> find(UUID id) {
        return rows.find(id);
    }

    /** The latest runs of everybody, newest first. */
    public List<MigrationRun> latest(int most) {
        return rows.latest(most);
    }

    /** Ends a run before it is done. What was moved stays moved; one that is done stays as it is. */
    public Optional<MigrationRun> cancel(UUID id) {
        rows.cancel(id, clock.instant());
        return rows.find(id);
    }

    /**
     * Cases of a run, those that nothing happens to last, but none that is kept from the reader.
     *
     * @param offset how many to leave out
     */
    public List<MigratedCase> cases(UUID id, long offset, int most, String reader) {
        List<MigratedCase> cases = rows.cases(id, offset, most);
        Set<String> visible = access.visible(
                cases.stream()
                        .map(MigratedCase::caseNumber)
                        .filter(Objects::nonNull)
                        .toList(),
                reader);
        return cases.stream()
                .filter(one -> one.caseNumber() == null || visible.contains(one.caseNumber()))
                .toList();
    }
}
