package io.redress.conversation.correspondence.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.alert.TaskLinks;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The open tasks of cases, found in the engine. */
@Component
class OpenTasks implements TaskLinks {

    private final TaskService tasks;
    private final RuntimeService runtime;

    OpenTasks(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public Map<CaseNumber, String> openTasks(Collection<CaseNumber> cases) {
        List<Task> urgentFirst = tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(
                        cases.stream().map(CaseNumber::value).toArray(String[]::new))
                .orderByTaskPriority()
                .desc()
                .orderByTaskCreateTime()
                .asc()
                .list();
        Map<String, CaseNumber> caseOf = caseOf(urgentFirst);
        return urgentFirst.stream()
                .filter(task -> caseOf.containsKey(task.getProcessInstanceId()))
                .collect(Collectors.toMap(
                        task -> caseOf.get(task.getProcessInstanceId()), Task::getId, (urgent, other) -> urgent));
    }

    /** The cases of the tasks' process instances, of which a case can have several. */
    private Map<String, CaseNumber> caseOf(List<Task> open) {
        Set<String> instances = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return instances.isEmpty()
                ? Map.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .collect(Collectors.toMap(
                                ProcessInstance::getId, instance -> new CaseNumber(instance.getBusinessKey())));
    }
}
