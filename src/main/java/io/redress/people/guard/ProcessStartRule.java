package io.redress.people.guard;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.core.input.Problem;
import io.redress.engine.command.UnrestrictedQueries;
import io.redress.engine.port.StartValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The rule that people and systems start one process, the complaint's, at its beginning and with data that can be
 * registered; the processes that it calls are started by the engine alone.
 */
@Component
@Order(2)
public class ProcessStartRule implements CallRule {

    public static final String PROCESS = "complaintResolution";

    private static final Pattern START =
            Pattern.compile("/process-definition/(?:key/([^/]+)|([^/]+))/(?:start|submit-form)");
    private static final Pattern OTHER_START =
            Pattern.compile("/process-definition/.*/(?:start|submit-form|restart|restart-async)");
    private static final Set<String> KNOWN = Set.of("variables", "withVariablesInReturn", "businessKey");

    private final RepositoryService repository;
    private final UnrestrictedQueries unrestricted;
    private final ObjectProvider<StartValidation> validation;

    ProcessStartRule(
            RepositoryService repository,
            UnrestrictedQueries unrestricted,
            ObjectProvider<StartValidation> validation) {
        this.repository = repository;
        this.unrestricted = unrestricted;
        this.validation = validation;
    }

    @Override
    public void check(EngineCall call) {
        if (!call.method().equals("POST")) {
            return;
        }
        var start = START.matcher(call.path());
        if (start.matches()) {
            checkProcess(start.group(1) != null ? start.group(1) : keyOf(start.group(2)));
            checkBody(call.body());
        } else if (OTHER_START.matcher(call.path()).matches()) {
            throw RefusedCall.forbidden("A case is started by its key, and never restarted");
        }
    }

    private static void checkProcess(String key) {
        if (!PROCESS.equals(key)) {
            throw RefusedCall.forbidden("Only the process " + PROCESS + " may be started");
        }
    }

    private String keyOf(String definitionId) {
        var definition = unrestricted.ask(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .singleResult());
        return definition == null ? null : definition.getKey();
    }

    private void checkBody(JsonNode body) {
        var problems = new ArrayList<Problem>();
        body.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                problems.add(new Problem(name, "is not allowed when a complaint is started"));
            }
        });
        if (!body.path("businessKey").asText("").isBlank()
                && !body.path("businessKey").isNull()) {
            problems.add(new Problem("businessKey", "is given by Redress"));
        }
        var variables = SubmittedVariables.read(body.path("variables"));
        if (variables.containsKey("caseNumber")) {
            problems.add(new Problem("caseNumber", "is given by Redress"));
        }
        problems.addAll(validate(variables));
        if (!problems.isEmpty()) {
            throw RefusedCall.badRequest("The complaint was refused", problems);
        }
    }

    private List<Problem> validate(Map<String, Object> variables) {
        return validation.stream()
                .flatMap(rule -> rule.check(variables).stream())
                .toList();
    }
}
