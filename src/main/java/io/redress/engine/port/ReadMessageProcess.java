package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The process {@code readMessage}, in which a person reads what a customer wrote when nothing waited for it. */
@Component
public class ReadMessageProcess {

    private static final String KEY = "readMessage";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final SideProcesses beside;

    ReadMessageProcess(RuntimeService runtime, TaskService tasks, SideProcesses beside) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.beside = beside;
    }

    /**
     * Gives a person the task to read what the customer wrote when nothing waited for it any more. Who has that task of the
     * case already reads this too. The caller keeps others who write to the case waiting until its transaction ends.
     *
     * @param onlyThanks whether it asks nothing, so that the task is done with one click
     */
    public void start(CaseNumber caseNumber, boolean onlyThanks) {
        Optional<String> open =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value(), KEY).list().stream()
                        .map(ProcessInstance::getId)
                        .filter(instance -> runtime.getVariable(instance, ComplaintVariables.READING.name()) == null)
                        .findFirst();
        if (open.isEmpty()) {
            beside.start(caseNumber, KEY, Map.of(ComplaintVariables.ONLY_THANKS.name(), onlyThanks));
        } else if (!onlyThanks) {
            runtime.setVariable(open.get(), ComplaintVariables.ONLY_THANKS.name(), false);
            tasks.createTaskQuery()
                    .processInstanceId(open.get())
                    .list()
                    .forEach(task -> takeBackOneClick(task.getId()));
        }
    }

    /** The answer that is there already where the customer only thanks. */
    private void takeBackOneClick(String task) {
        tasks.removeVariablesLocal(task, List.of(ComplaintVariables.READING.name(), "reason"));
    }
}
