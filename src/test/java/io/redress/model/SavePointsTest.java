package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.conversation.correspondence.Correspondence;
import io.redress.conversation.correspondence.HoldingAnswer;
import io.redress.conversation.correspondence.WithdrawnCases;
import io.redress.engine.job.ReachesOut;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;

/** What has reached somebody outside, or has come from there, is never undone by what fails after it. */
class SavePointsTest {

    private static final Pattern BEAN = Pattern.compile("#\\{(\\w+)}");
    private static final Map<String, Class<?>> BEANS = Beans.byName();

    /** Whoever has one of these speaks to customers by it. */
    private static final Set<Class<?>> VOICES = Set.of(Correspondence.class, HoldingAnswer.class, WithdrawnCases.class);

    @Test
    void everyStepThatSpeaksIsKnownToReachOut() {
        assertThat(BEANS.values().stream()
                        .filter(JavaDelegate.class::isAssignableFrom)
                        .filter(SavePointsTest::speaks))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step).hasAnnotation(ReachesOut.class));
    }

    @Test
    void everyStepThatReachesOutIsFollowedByASavePoint() {
        List<ServiceTask> outward = Models.all(ServiceTask.class)
                .filter(step -> bean(step).isAnnotationPresent(ReachesOut.class))
                .toList();

        assertThat(outward).hasSizeGreaterThan(20).allMatch(SavePointsTest::isSaved, "followed by a save point");
    }

    /** So that whoever brings it, a customer or a carrier, is not refused for what comes after. */
    @Test
    void everyMessageThatIsAwaitedIsKeptWhateverFollows() {
        Stream<FlowNode> awaited = Stream.concat(
                Models.all(ReceiveTask.class).map(FlowNode.class::cast),
                Models.all(MessageEventDefinition.class)
                        .map(message -> (FlowNode) message.getParentElement())
                        .filter(CatchEvent.class::isInstance));

        assertThat(awaited).hasSizeGreaterThan(8).allMatch(isSavedOr(SavePointsTest::endsTheProcess), "saved");
    }

    private static boolean speaks(Class<?> step) {
        return Stream.of(step.getDeclaredConstructors())
                .flatMap(constructor -> Stream.of(constructor.getParameterTypes()))
                .anyMatch(VOICES::contains);
    }

    private static Class<?> bean(ServiceTask step) {
        var matcher = BEAN.matcher(String.valueOf(step.getCamundaDelegateExpression()));
        return matcher.matches() ? BEANS.getOrDefault(matcher.group(1), Void.class) : Void.class;
    }

    private static Predicate<FlowNode> isSavedOr(Predicate<FlowNode> harmless) {
        return step -> isSaved(step) || harmless.test(step);
    }

    /**
     * Nothing is decided on a flow without a condition, so the next step's own save point is as good as one after, and so is
     * an event-based gateway, which does nothing but wait.
     */
    private static boolean isSaved(FlowNode step) {
        Collection<SequenceFlow> ways = step.getOutgoing();
        return step.isCamundaAsyncAfter()
                || ways.size() == 1
                        && ways.stream()
                                .allMatch(way -> way.getConditionExpression() == null
                                        && (way.getTarget() instanceof EventBasedGateway
                                                || way.getTarget() instanceof Activity next
                                                        && next.isCamundaAsyncBefore()));
    }

    /** An event subprocess that does nothing but end what it stands in, in a process that no other calls. */
    private static boolean endsTheProcess(FlowNode event) {
        return event.getParentElement() instanceof SubProcess part
                && part.triggeredByEvent()
                && event.getSucceedingNodes().list().stream().allMatch(EndEvent.class::isInstance);
    }
}
