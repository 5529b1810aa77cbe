package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.guard.ModelBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;

/** Everything that a diagram names exists and is of the kind that the step needs. */
class ProcessModelTest {

    private static final Pattern BEAN = Pattern.compile("#\\{(\\w+)}");
    private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\.(\\w+)\\(");
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{[^}]+}");
    private static final Map<String, Class<?>> BEANS = Beans.byName();

    @Test
    void everyServiceTaskNamesADelegate() {
        Set<String> steps = names(Models.all(ServiceTask.class), ServiceTask::getCamundaDelegateExpression);

        assertThat(withoutBean(steps, JavaDelegate.class)).isEmpty();
    }

    @Test
    void everyUserTaskHasAFormAndShowsTheCaseAndTakesTheAnswer() {
        Set<String> listeners =
                names(Models.all(CamundaTaskListener.class), CamundaTaskListener::getCamundaDelegateExpression);

        assertThat(withoutBean(listeners, TaskListener.class)).isEmpty();
        assertThat(Models.all(UserTask.class)).allSatisfy(task -> {
            List<CamundaTaskListener> own = task.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaTaskListener.class)
                    .list();
            assertThat(own)
                    .as(task.getId())
                    .anyMatch(it -> "create".equals(it.getCamundaEvent())
                            && "#{showCase}".equals(it.getCamundaDelegateExpression()))
                    .anyMatch(it -> "complete".equals(it.getCamundaEvent()));
            assertThat(task.getCamundaFormRef()).as(task.getId()).isIn(formIds());
            assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("latest");
            assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNotBlank();
        });
    }

    @Test
    void everyDecisionExistsAndIsPreparedAndRead() {
        Set<String> tables = Models.tables().values().stream()
                .flatMap(table -> table.getModelElementsByType(Decision.class).stream())
                .map(Decision::getId)
                .collect(Collectors.toSet());
        Set<String> listeners = names(
                Models.all(CamundaExecutionListener.class), CamundaExecutionListener::getCamundaDelegateExpression);

        assertThat(withoutBean(listeners, ExecutionListener.class)).isEmpty();
        assertThat(Models.all(BusinessRuleTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDecisionRef()).as(task.getId()).isIn(tables);
            assertThat(task.getCamundaDecisionRefBinding()).as(task.getId()).isEqualTo("latest");
            assertThat(task.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaExecutionListener.class)
                            .list())
                    .as(task.getId())
                    .extracting(CamundaExecutionListener::getCamundaEvent)
                    .containsExactlyInAnyOrder("start", "end");
        });
    }

    @Test
    void everyCalledProcessExistsAndKnowsItsCase() {
        Set<String> processes = Models.all(Process.class).map(Process::getId).collect(Collectors.toSet());

        assertThat(Models.all(CallActivity.class)).allSatisfy(call -> {
            assertThat(call.getCalledElement()).as(call.getId()).isIn(processes);
            assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("latest");
            assertThat(call.getExtensionElements().getDomElement().getChildElements())
                    .as(call.getId())
                    .anyMatch(in -> "#{execution.processBusinessKey}".equals(in.getAttribute("businessKey")))
                    .anyMatch(in -> "caseNumber".equals(in.getAttribute("target")));
        });
    }

    @Test
    void everyMethodThatAnExpressionCallsIsPublicOnAModelBean() {
        Matcher calls = CALL.matcher(String.join("\n", expressions()));
        Set<String> missing = new TreeSet<>();
        while (calls.find()) {
            if (!isOpenToModels(calls.group(1), calls.group(2))) {
                missing.add(calls.group());
            }
        }
        assertThat(missing)
                .as("calls without a public method on a public model bean")
                .isEmpty();
    }

    @Test
    void everyMessageSignalAndErrorIsSentBySomebody() {
        String sources = mainSources();
        Set<String> names = Stream.of(
                        Models.all(Message.class).map(Message::getName),
                        Models.all(Signal.class).map(Signal::getName),
                        Models.all(Error.class).map(Error::getErrorCode))
                .flatMap(Function.identity())
                .filter(name -> !sources.contains('"' + name + '"'))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(names).as("names that no Java source mentions").isEmpty();
    }

    @Test
    void onlyComplaintResolutionIsStartedFromTasklistAndByAForm() {
        Set<String> startable = Models.all(Process.class)
                .filter(Process::isCamundaStartableInTasklist)
                .map(Process::getId)
                .collect(Collectors.toSet());

        assertThat(startable).containsExactly("complaintResolution");
        assertThat(Models.all(StartEvent.class)
                        .map(StartEvent::getCamundaFormRef)
                        .filter(form -> form != null))
                .containsExactly("registerComplaint");
    }

    private static Set<String> withoutBean(Set<String> names, Class<?> kind) {
        return names.stream()
                .filter(name -> !kind.isAssignableFrom(BEANS.getOrDefault(name, Void.class)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> Set<String> names(Stream<T> elements, Function<T, String> expression) {
        return elements.map(element -> {
                    String written = String.valueOf(expression.apply(element));
                    Matcher bean = BEAN.matcher(written);
                    return bean.matches() ? bean.group(1) : written;
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOpenToModels(String bean, String method) {
        if (bean.equals("execution")) {
            // The engine's own, of which an expression may read variables and the business key.
            return method.equals("getVariable");
        }
        Class<?> type = BEANS.getOrDefault(bean, Void.class);
        return Modifier.isPublic(type.getModifiers())
                && type.isAnnotationPresent(ModelBean.class)
                && Stream.of(type.getMethods()).anyMatch(it -> it.getName().equals(method));
    }

    private static Set<String> expressions() {
        return Models.sources().values().stream()
                .flatMap(diagram -> EXPRESSION.matcher(diagram).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> formIds() {
        return Models.forms().values().stream()
                .map(form -> form.path("id").asText())
                .collect(Collectors.toSet());
    }

    private static String mainSources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder sources = new StringBuilder();
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
            return sources.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
