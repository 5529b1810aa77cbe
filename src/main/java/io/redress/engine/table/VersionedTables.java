package io.redress.engine.table;

import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The maker of {@link VersionedTable}s. */
@Component
public class VersionedTables {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Deployments deployments;
    private final Evaluations evaluations;

    VersionedTables(
            DecisionService decisions, RepositoryService repository, Deployments deployments, Evaluations evaluations) {
        this.decisions = decisions;
        this.repository = repository;
        this.deployments = deployments;
        this.evaluations = evaluations;
    }

    /**
     * The table with this id.
     *
     * @param reader makes the answer of the rows that match; may throw where a row cannot be read
     */
    public <A> VersionedTable<A> of(String key, Function<List<DmnDecisionRuleResult>, A> reader) {
        return new VersionedTable<>(decisions, repository, deployments, evaluations, key, reader);
    }
}
