package io.redress.people.guard;

import io.redress.engine.command.UnrestrictedQueries;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The rule that what is changed must exist. The engine answers some calls for what does not exist as if they had
 * succeeded, and others as if it had failed itself.
 */
@Component
@Order(6)
class ExistingTargetRule implements CallRule {

    /** A segment in place of an id that names an operation on several objects, with nothing after it, or a key. */
    private static final Pattern PART = Pattern.compile("/([a-z-]+)/([^/]+)/.+");

    private final Map<String, Kind> kinds;
    private final UnrestrictedQueries unrestricted;

    ExistingTargetRule(
            ManagementService management,
            RuntimeService instances,
            RepositoryService definitions,
            UnrestrictedQueries unrestricted) {
        this.unrestricted = unrestricted;
        this.kinds = Map.of(
                "job",
                new Kind("job", id -> management.createJobQuery().jobId(id).count() > 0),
                "job-definition",
                new Kind(
                        "job definition",
                        id -> management
                                        .createJobDefinitionQuery()
                                        .jobDefinitionId(id)
                                        .count()
                                > 0),
                "batch",
                new Kind(
                        "batch", id -> management.createBatchQuery().batchId(id).count() > 0),
                "process-instance",
                new Kind(
                        "process instance",
                        id -> instances
                                        .createProcessInstanceQuery()
                                        .processInstanceId(id)
                                        .count()
                                > 0),
                "process-definition",
                new Kind(
                        "process definition",
                        id -> id.equals("key")
                                || definitions
                                                .createProcessDefinitionQuery()
                                                .processDefinitionId(id)
                                                .count()
                                        > 0));
    }

    private record Kind(String name, Predicate<String> exists) {}

    @Override
    public void check(EngineCall call) {
        var part = PART.matcher(call.path());
        if (call.reads() || !part.matches() || !kinds.containsKey(part.group(1))) {
            return;
        }
        var kind = kinds.get(part.group(1));
        if (!unrestricted.ask(() -> kind.exists().test(part.group(2)))) {
            throw new RefusedCall(
                    HttpStatus.NOT_FOUND, "There is no %s with this id".formatted(kind.name()), List.of());
        }
    }
}
