package io.redress.redesign.migration;

import io.redress.engine.migration.ProcessMigrations;
import io.redress.redesign.difference.Differences;
import io.redress.redesign.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.springframework.stereotype.Component;

/** The ways from version to version, each made once: a version never changes. A step that has another id is the same step. */
@Component
public class MigrationPlans {

    private final RepositoryService repository;
    private final Differences differences;
    private final ProcessMigrations migrations;
    private final Map<Way, MigrationPlan> known = new ConcurrentHashMap<>();

    MigrationPlans(RepositoryService repository, Differences differences, ProcessMigrations migrations) {
        this.repository = repository;
        this.differences = differences;
        this.migrations = migrations;
    }

    private record Way(String from, String to) {}

    /**
     * The way from one version to another.
     *
     * @param from the engine's id of a version, as {@code to} is
     */
    public MigrationPlan between(String from, String to) {
        return known.computeIfAbsent(
                new Way(from, to), way -> migrations.plan(from, to, differences.renamedSteps(file(from), file(to))));
    }

    private ModelFile file(String definition) {
        String name = repository.getProcessDefinition(definition).getResourceName();
        try (InputStream content = repository.getProcessModel(definition)) {
            return new ModelFile(name, content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
