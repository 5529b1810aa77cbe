package io.redress.people.guard;

import io.redress.engine.command.UnrestrictedQueries;
import io.redress.engine.task.Approvals;
import io.redress.engine.task.TaskForms;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The rule that a task's form, when it is opened, shows how the case stands now, not how it stood when the task was
 * made.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FormOpening implements CallRule {

    private static final Logger LOG = LoggerFactory.getLogger(FormOpening.class);
    private static final Pattern FORM = Pattern.compile("/task/([^/]+)/form-variables");

    private final ObjectProvider<TaskForms> forms;
    private final UnrestrictedQueries unrestricted;
    private final Approvals approvals;

    FormOpening(ObjectProvider<TaskForms> forms, UnrestrictedQueries unrestricted, Approvals approvals) {
        this.approvals = approvals;
        this.forms = forms;
        this.unrestricted = unrestricted;
    }

    @Override
    public void check(EngineCall call) {
        var form = FORM.matcher(call.path());
        if (call.method().equals("GET") && form.matches()) {
            unrestricted.ask(() -> empty(form.group(1)));
            forms.ifAvailable(found -> unrestricted.ask(() -> refresh(found, form.group(1))));
        }
    }

    private boolean empty(String taskId) {
        approvals.empty(taskId);
        return true;
    }

    private static boolean refresh(TaskForms forms, String taskId) {
        try {
            forms.refresh(taskId);
            return true;
        } catch (RuntimeException unforeseen) {
            LOG.warn("A form shows its case as it stood before", unforeseen);
            return false;
        }
    }
}
