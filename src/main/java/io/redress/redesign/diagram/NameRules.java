package io.redress.redesign.diagram;

import io.redress.engine.guard.ModelBeans;
import io.redress.engine.port.SentMessages;
import io.redress.redesign.diagram.Drawn.Step;
import io.redress.redesign.lint.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.springframework.stereotype.Component;

/** The rules for what a diagram names: beans, called processes, decisions, forms, messages and groups that there are. */
@Component
class NameRules implements DiagramRule {

    private static final String LATEST = "latest";
    private static final String DEPLOYMENT = "deployment";

    /** What the engine passes by, whatever is said there. */
    /** Types of steps by which the engine does nothing. */
    static final Set<String> IDLE = Set.of("task", "manualTask");

    /** What says that something is done at a step, or by whom. */
    private static final List<String> DONE = List.of(
            "delegateExpression",
            "expression",
            "class",
            "type",
            "decisionRef",
            "formRef",
            "formKey",
            "assignee",
            "candidateUsers",
            "candidateGroups");

    private final ModelBeans beans;
    private final List<SentMessages> senders;
    private final KnownGroups groups;

    NameRules(ModelBeans beans, List<SentMessages> senders, KnownGroups groups) {
        this.beans = beans;
        this.senders = senders;
        this.groups = groups;
    }

    @Override
    public Stream<Finding> check(Drawn drawn) {
        return drawn.all().flatMap(step -> {
            List<Finding> findings = new ArrayList<>();
            listeners(step, findings);
            FlowNode node = step.node();
            if (node instanceof BusinessRuleTask task && task.getCamundaDecisionRef() != null) {
                decision(drawn, step, task, findings);
            } else if (node instanceof ServiceTask || node instanceof SendTask || node instanceof BusinessRuleTask) {
                delegate(step, findings);
            } else if (node instanceof CallActivity call) {
                call(drawn, step, call, findings);
            } else if (node instanceof UserTask task) {
                task(drawn, step, task, findings);
            } else if (node instanceof StartEvent start && start.getCamundaFormRef() != null) {
                form(drawn, step, start.getCamundaFormRef(), start.getCamundaFormRefBinding(), findings);
            }
            if (IDLE.contains(node.getElementType().getTypeName())) {
                findings.add(
                        isDone(node)
                                ? step.error("step-empty", step.label())
                                : step.warning("step-empty", step.label()));
            }
            messages(step, findings);
            return findings.stream();
        });
    }

    private void delegate(Step step, List<Finding> findings) {
        String written = Steps.camunda(step.node(), "delegateExpression");
        String bean = Steps.delegate(step.node());
        if (written == null) {
            boolean other = Steps.camunda(step.node(), "expression") != null
                    || Steps.camunda(step.node(), "class") != null
                    || Steps.camunda(step.node(), "type") != null;
            if (!other) {
                findings.add(step.error("step-empty", step.label()));
            }
        } else if (bean == null || beans.permits(bean) && !beans.isOf(bean, JavaDelegate.class)) {
            findings.add(step.error("step-no-delegate", step.label(), written));
        }
    }

    private void listeners(Step step, List<Finding> findings) {
        Steps.extensions(step.node(), CamundaTaskListener.class)
                .map(CamundaTaskListener::getCamundaDelegateExpression)
                .filter(written -> isOfAnotherKind(written, TaskListener.class))
                .forEach(written -> findings.add(step.error("listener-wrong-kind", step.label(), written)));
        Steps.extensions(step.node(), CamundaExecutionListener.class)
                .map(CamundaExecutionListener::getCamundaDelegateExpression)
                .filter(written -> isOfAnotherKind(written, ExecutionListener.class))
                .forEach(written -> findings.add(step.error("listener-wrong-kind", step.label(), written)));
    }

    private boolean isOfAnotherKind(String written, Class<?> kind) {
        String bean = Steps.bean(written);
        return written != null && (bean == null || beans.permits(bean) && !beans.isOf(bean, kind));
    }

    private static void decision(Drawn drawn, Step step, BusinessRuleTask task, List<Finding> findings) {
        String decision = task.getCamundaDecisionRef();
        var found = drawn.models().decision(decision);
        if (found.isEmpty()) {
            findings.add(step.error("decision-unknown", step.label(), decision));
        } else if (isBoundElsewhere(
                task.getCamundaDecisionRefBinding(), step, found.get().file().drafted())) {
            findings.add(step.error("decision-bound", step.label(), decision));
        }
    }

    private static void call(Drawn drawn, Step step, CallActivity call, List<Finding> findings) {
        String called = Diagrams.called(call);
        var process = drawn.processes().stream()
                .filter(one -> one.id().equals(called))
                .findFirst();
        if (process.isEmpty()) {
            findings.add(step.error("process-unknown", step.label(), called == null ? "" : called));
            return;
        }
        if (isBoundElsewhere(
                call.getCamundaCalledElementBinding(),
                step,
                process.get().file().drafted())) {
            findings.add(step.error("process-bound", step.label(), called));
        }
        List<CamundaIn> given = Steps.extensions(call, CamundaIn.class).toList();
        boolean key = given.stream().anyMatch(in -> in.getCamundaBusinessKey() != null);
        boolean number = given.stream()
                .anyMatch(in -> "all".equals(in.getCamundaVariables())
                        || "caseNumber".equals(in.getCamundaTarget())
                                && ("caseNumber".equals(in.getCamundaSource())
                                        || in.getCamundaSourceExpression() != null));
        if (!key || !number) {
            findings.add(step.error("process-caseless", step.label(), called));
        }
    }

    /** A model that is bound to its own deployment has to come with it; one that is bound to a version stays behind. */
    private static boolean isBoundElsewhere(String binding, Step step, boolean drafted) {
        if (binding == null || binding.equals(LATEST)) {
            return false;
        }
        boolean together = step.process().file().drafted() == drafted;
        return !binding.equals(DEPLOYMENT) || !together;
    }

    private void task(Drawn drawn, Step step, UserTask task, List<Finding> findings) {
        if (task.getCamundaFormRef() != null) {
            form(drawn, step, task.getCamundaFormRef(), task.getCamundaFormRefBinding(), findings);
        } else if (task.getCamundaFormKey() == null) {
            findings.add(step.error("form-missing", step.label()));
        }
        Stream<String> people =
                Stream.of(task.getCamundaAssignee(), task.getCamundaCandidateUsers(), task.getCamundaCandidateGroups());
        if (people.allMatch(one -> one == null || one.isBlank())) {
            findings.add(step.error("task-for-nobody", step.label()));
        }
        String offered = task.getCamundaCandidateGroups();
        if (offered != null && !offered.contains("{")) {
            Stream.of(offered.split(","))
                    .map(String::strip)
                    .filter(group -> !groups.isKnown(group))
                    .forEach(group -> findings.add(step.error("group-unknown", step.label(), group, groups.all())));
        }
    }

    private static void form(Drawn drawn, Step step, String form, String binding, List<Finding> findings) {
        var found = drawn.models().form(form);
        if (found.isEmpty()) {
            findings.add(step.error("form-unknown", step.label(), form));
        } else if (isBoundElsewhere(binding, step, found.get().drafted())) {
            findings.add(step.error("form-bound", step.label(), form));
        }
    }

    /** Whether it was meant as a step of the house: one that is none may remind of what people do elsewhere. */
    private static boolean isDone(FlowNode node) {
        return DONE.stream().anyMatch(attribute -> Steps.camunda(node, attribute) != null);
    }

    private void messages(Step step, List<Finding> findings) {
        Set<String> sent =
                senders.stream().flatMap(sender -> sender.messages().stream()).collect(Collectors.toSet());
        Stream<Message> awaited = Diagrams.definitions(step.node())
                .filter(definition -> step.node() instanceof CatchEvent)
                .filter(MessageEventDefinition.class::isInstance)
                .map(definition -> ((MessageEventDefinition) definition).getMessage());
        if (step.node() instanceof ReceiveTask task) {
            awaited = Stream.concat(awaited, Stream.of(task).map(ReceiveTask::getMessage));
        }
        names(awaited.map(message -> message == null ? "" : message.getName()))
                .filter(name -> !sent.contains(name))
                .forEach(name -> findings.add(step.error("message-unsent", step.label(), name)));
        Stream<Signal> signals = Diagrams.definitions(step.node())
                .filter(definition -> step.node() instanceof CatchEvent)
                .filter(SignalEventDefinition.class::isInstance)
                .map(definition -> ((SignalEventDefinition) definition).getSignal());
        names(signals.map(signal -> signal == null ? "" : signal.getName()))
                .filter(name -> !sent.contains(name))
                .forEach(name -> findings.add(step.error("signal-unsent", step.label(), name)));
    }

    private static Stream<String> names(Stream<String> names) {
        return names.map(name -> Objects.requireNonNullElse(name, ""));
    }
}
