package io.redress.time.ladder.process;

import io.redress.engine.table.Deployments;
import io.redress.engine.table.Deployments.Moment;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.springframework.stereotype.Component;

/**
 * The diagrams in which nothing happens between two rungs but that the ladder is climbed. A manager may have drawn
 * more; then every timer has to fire.
 */
@Component
class LadderLoops {

    private static final String CLIMB = "#{climbLadder}";

    private final ManagementService management;
    private final RepositoryService repository;
    private final Deployments deployments;

    /** Whether a deployed timer is one of a bare loop, which never changes. */
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    private volatile Loops latest = new Loops(null, -1, Map.of());

    LadderLoops(ManagementService management, RepositoryService repository, Deployments deployments) {
        this.management = management;
        this.repository = repository;
        this.deployments = deployments;
    }

    /**
     * @param definitions how many timers and save points the deployed diagrams had in all: while that is the same, these
     *     are the same. Where as many came as went meanwhile, the new timers fire by themselves until the next
     *     deployment
     */
    record Loops(Moment seen, long definitions, Map<String, JobDefinition> timers) {}

    /** The timers of bare loops by id, of every version of every diagram. */
    Map<String, JobDefinition> timers() {
        Moment now = deployments.now();
        Loops loops = latest;
        if (!now.equals(loops.seen())) {
            long definitions = management.createJobDefinitionQuery().count();
            loops = new Loops(now, definitions, definitions == loops.definitions() ? loops.timers() : find());
            latest = loops;
        }
        return loops.timers();
    }

    private Map<String, JobDefinition> find() {
        return management.createJobDefinitionQuery().list().stream()
                .filter(timer -> asksLadder(timer.getJobConfiguration()))
                .filter(timer -> known.computeIfAbsent(timer.getId(), id -> isBare(timer)))
                .collect(Collectors.toMap(JobDefinition::getId, Function.identity()));
    }

    private boolean isBare(JobDefinition timer) {
        BpmnModelInstance model = repository.getBpmnModelInstance(timer.getProcessDefinitionId());
        FlowNode event = model.getModelElementById(timer.getActivityId());
        return only(event) instanceof ServiceTask climb
                && CLIMB.equals(climb.getCamundaDelegateExpression())
                && only(climb) instanceof ExclusiveGateway another
                && another.getSucceedingNodes().list().stream().anyMatch(LadderLoops::isRungDue)
                && Stream.of(event, climb, another).allMatch(LadderLoops::isSilent);
    }

    private static boolean isRungDue(FlowNode event) {
        return event instanceof CatchEvent timer
                && timer.getEventDefinitions().stream()
                        .filter(TimerEventDefinition.class::isInstance)
                        .map(definition -> ((TimerEventDefinition) definition).getTimeDate())
                        .anyMatch(date -> date != null && asksLadder(date.getTextContent()));
    }

    private static boolean asksLadder(String expression) {
        return expression != null && expression.contains(EngineLadderTimers.LADDER);
    }

    private static FlowNode only(FlowNode from) {
        Collection<FlowNode> next = from.getSucceedingNodes().list();
        return next.size() == 1 ? next.iterator().next() : null;
    }

    /** Whether nothing listens to it or to what leads on from it. */
    private static boolean isSilent(FlowNode node) {
        return Stream.concat(Stream.of(node), node.getOutgoing().stream())
                .map(BaseElement::getExtensionElements)
                .filter(Objects::nonNull)
                .allMatch(extensions -> extensions
                        .getElementsQuery()
                        .filterByType(CamundaExecutionListener.class)
                        .list()
                        .isEmpty());
    }
}
