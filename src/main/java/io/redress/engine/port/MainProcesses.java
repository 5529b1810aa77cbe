package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.stereotype.Component;

/**
 * The running main processes of a case. Their main line is everything they do outside the event subprocesses that stand
 * beside it, such as the ladder and the replies to what the customer wrote.
 */
@Component
class MainProcesses {

    private final RuntimeService runtime;
    private final RepositoryService repository;

    MainProcesses(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    /** Ends their main line wherever it stands, also at a step that fails; what stands beside it goes on. */
    void endMainLine(CaseNumber caseNumber) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber.value(), ComplaintProcess.KEY)
                .list()
                .forEach(this::end);
    }

    private void end(ProcessInstance instance) {
        ActivityInstance whole = runtime.getActivityInstance(instance.getId());
        List<String> steps = steps(whole);
        List<String> dueSteps = Stream.of(whole.getChildTransitionInstances())
                .map(TransitionInstance::getId)
                .toList();
        if (steps.isEmpty() && dueSteps.isEmpty()) {
            return;
        }
        ProcessInstanceModificationBuilder ended = runtime.createProcessInstanceModification(instance.getId());
        steps.forEach(ended::cancelActivityInstance);
        dueSteps.forEach(ended::cancelTransitionInstance);
        ended.execute();
    }

    private List<String> steps(ActivityInstance whole) {
        BpmnModelInstance model = repository.getBpmnModelInstance(whole.getProcessDefinitionId());
        return Stream.of(whole.getChildActivityInstances())
                .filter(step -> !standsBeside(model, step))
                .map(ActivityInstance::getId)
                .toList();
    }

    private static boolean standsBeside(BpmnModelInstance model, ActivityInstance step) {
        return model.getModelElementById(step.getActivityId()) instanceof SubProcess part && part.triggeredByEvent();
    }
}
