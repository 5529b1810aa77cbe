package io.redress.people.casedoor;

import io.redress.people.guard.CallRule;
import io.redress.people.guard.EngineCall;
import io.redress.people.guard.RefusedCall;
import io.redress.people.visibility.Visibility;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rule that nobody is given the work of a case that they must not see, whoever means to give it to them. */
@Component
@Order(4)
class AccusedAssignment implements CallRule {

    private static final Pattern TASK =
            Pattern.compile("/task/([^/]+)(?:/(?:claim|assignee|delegate|identity-links))?");
    private static final List<String> NAMED = List.of("userId", "assignee", "owner");

    private final EngineCases cases;
    private final Visibility visibility;

    AccusedAssignment(EngineCases cases, Visibility visibility) {
        this.cases = cases;
        this.visibility = visibility;
    }

    @Override
    public void check(EngineCall call) {
        var task = TASK.matcher(call.path());
        if (call.method().equals("GET") || !task.matches()) {
            return;
        }
        for (var field : NAMED) {
            var person = call.body().path(field).asText("");
            // Whoever calls for themselves is told that there is no such task.
            if (!person.isEmpty() && !person.equals("null") && !person.equals(call.user())) {
                var caseNumber = cases.of(List.of(task.group(1))).get(task.group(1));
                if (caseNumber != null && visibility.isKept(person, caseNumber)) {
                    throw RefusedCall.badField(field, person + " may not see the case that the task is about");
                }
            }
        }
    }
}
