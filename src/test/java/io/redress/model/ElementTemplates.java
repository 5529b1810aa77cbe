package io.redress.model;

import io.redress.engine.job.OutwardStep;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.task.NeedsParameter;
import io.redress.engine.task.ReadsForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/**
 * The element templates as the shipped diagrams and the beans say them: what a step is called, what it is for, its save
 * points, its form, who may take it. {@code .camunda/element-templates} holds them as files, because Modeler reads files.
 */
final class ElementTemplates {

    /** Raised with every change of any of them, so that Modeler offers the new ones for steps that have an older one. */
    static final int VERSION = 3;

    /** Steps that a manager places nowhere, and why. */
    static final Map<String, String> NOT_PLACED = Map.of(
            "registerComplaint", "gives a complaint its number in the transaction of the start; there is no second one",
            "resolveAnew", "starts the whole path again, in the click that reads a message after the end",
            "climbLadder",
                    "stands behind the timers of the ladder, which no template carries; they are copied together",
            "sendHoldingAnswer", "stands behind the timers of the promises, which no template carries",
            "handOverWork", "is about a person who is away, and knows no case",
            "mendCase", "is about a step that failed, and only Redress makes such a task");

    private static final String GUIDE = System.getProperty("redress.guide", "http://localhost:8080/models");

    private static final Pattern BEAN = Pattern.compile("#\\{(\\w+)}");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private static final Map<String, String> GROUPS = ordered(
            "handlers", "The team of the case",
            "leads", "Its leads",
            "handlers,leads", "The team of the case, and its leads",
            "leads,managers", "Its leads, and managers",
            "managers", "Managers",
            "${team}", "Whoever works on the case now, handlers or leads",
            "${adviserGroups}", "Whom the handler asked for advice",
            "${approverGroup}", "Whoever has the authority, as the step before found out",
            "${letterHolds.asked(caseNumber)}", "Whoever decides about held letters");

    /** Those that only make sense where something before has said who it is. */
    private static final Set<String> ASKED =
            Set.of("${adviserGroups}", "${approverGroup}", "${letterHolds.asked(caseNumber)}");

    private static final Map<String, String> WORDS = ordered(
            "remedy", "What is decided, with money or goods",
            "refund", "Refunds",
            "replacement", "Replacements",
            "goodwill", "Goodwill",
            "in_person", "What only people bring about, such as a repair",
            "return", "How goods come back",
            "here", "Here",
            "missing", "Never came",
            "deduction", "Money that is to be kept back");

    private static final Map<String, String> PARAMETERS =
            Map.of("remedyKind", "Which remedies", "goods", "Where the goods are", "approves", "What is approved");

    /** What the shipped diagrams say nothing about. */
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "remindCustomer", "Reminds the customer of the open question, on their own channel; safe to repeat.",
            "answerCustomer",
                    "A handler reads what the customer wrote unasked, and answers or says that no reply is needed.");

    private static final Map<String, Class<?>> BEANS = Beans.byName();

    private final Map<String, Map<String, Object>> files = new TreeMap<>();

    private ElementTemplates() {}

    /** Every template by the name of its file. */
    static Map<String, Map<String, Object>> all() {
        ElementTemplates templates = new ElementTemplates();
        templates.services();
        templates.calls();
        templates.decisions();
        templates.tasks();
        templates.events();
        templates.former();
        return templates.files;
    }

    /** What the rules for bpmnlint know of the code. */
    static Map<String, Object> facts() {
        Map<String, Object> steps = new TreeMap<>();
        BEANS.forEach((name, bean) -> {
            if (JavaDelegate.class.isAssignableFrom(bean)) {
                Map<String, Object> facts = ordered();
                if (bean.isAnnotationPresent(ReachesOut.class)) {
                    facts.put("reachesOut", true);
                }
                if (OutwardStep.class.isAssignableFrom(bean)) {
                    facts.put("untilDone", true);
                }
                steps.put(name, facts);
            }
        });
        Map<String, Object> parameters = new TreeMap<>();
        BEANS.values().forEach(bean -> {
            NeedsParameter needed = bean.getAnnotation(NeedsParameter.class);
            if (needed != null) {
                String form = bean.getAnnotation(ReadsForm.class).value();
                parameters.put(
                        form,
                        ordered(
                                "name",
                                needed.value(),
                                "words",
                                parameters(form).get(needed.value())));
            }
        });
        List<String> apart = BEANS.entrySet().stream()
                .filter(bean -> bean.getValue().isAnnotationPresent(ReadsForm.class)
                        && !bean.getValue().isAnnotationPresent(NeedsParameter.class))
                .map(Map.Entry::getKey)
                .toList();
        return ordered("steps", steps, "parameters", parameters, "readers", apart);
    }

    private void services() {
        Map<String, List<ServiceTask>> steps = Models.all(ServiceTask.class)
                .filter(step -> bean(step) != null && !NOT_PLACED.containsKey(bean(step)))
                .collect(Collectors.groupingBy(ElementTemplates::bean, TreeMap::new, Collectors.toList()));
        Map<String, Long> labels = steps.values().stream()
                .collect(Collectors.groupingBy(same -> same.get(0).getName(), Collectors.counting()));
        steps.forEach((bean, same) -> {
            ServiceTask step = same.get(0);
            String label = step.getName();
            String name = labels.get(label) > 1 ? label + " (" + process(step).getName() + ")" : label;
            Template template = new Template(name, bean, "service", about(bean, same), "bpmn:ServiceTask")
                    .label(label)
                    .hidden("camunda:delegateExpression", "#{" + bean + "}");
            if (same.stream().anyMatch(ServiceTask::isCamundaAsyncBefore)) {
                template.hidden("camunda:asyncBefore", true);
            }
            boolean reachesOut = BEANS.get(bean).isAnnotationPresent(ReachesOut.class);
            if (reachesOut || same.stream().anyMatch(ServiceTask::isCamundaAsyncAfter)) {
                template.hidden("camunda:asyncAfter", true);
            }
            if (step.getCamundaJobPriority() != null) {
                template.hidden("camunda:jobPriority", step.getCamundaJobPriority());
            }
            add(template);
        });
    }

    private void calls() {
        Map<String, List<CallActivity>> calls = Models.all(CallActivity.class)
                .collect(Collectors.groupingBy(CallActivity::getCalledElement, TreeMap::new, Collectors.toList()));
        calls.forEach((called, same) -> {
            Process process = Models.all(Process.class)
                    .filter(one -> one.getId().equals(called))
                    .findFirst()
                    .orElseThrow();
            boolean hasTask = called.equals("answerCustomer");
            Template template = new Template(
                            process.getName() + (hasTask ? " (process)" : ""),
                            called + (hasTask ? "Process" : ""),
                            "call",
                            text(process),
                            "bpmn:CallActivity")
                    .label(process.getName())
                    .hidden("calledElement", called)
                    .call();
            same.get(0).getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list().stream()
                    .forEach(out -> template.property(ordered(
                            "type",
                            "Hidden",
                            "value",
                            out.getCamundaTarget(),
                            "binding",
                            ordered("type", "camunda:out", "source", out.getCamundaSource()))));
            if (same.stream().anyMatch(CallActivity::isCamundaAsyncBefore)) {
                template.hidden("camunda:asyncBefore", true);
            }
            add(template);
        });
        add(new Template(
                        "A process of your own",
                        "ownProcess",
                        "call",
                        "Calls a process that you drew yourself, for the same case. Deploy it before this diagram.",
                        "bpmn:CallActivity")
                .label("Part of our own")
                .text("Process", "calledElement", "", "The id of the process, such as checkWithWorkshop.", ID)
                .call());
    }

    private void decisions() {
        Models.all(BusinessRuleTask.class)
                .collect(Collectors.groupingBy(
                        BusinessRuleTask::getCamundaDecisionRef, TreeMap::new, Collectors.toList()))
                .forEach((decision, same) -> add(new Template(
                                same.get(0).getName(),
                                decision,
                                "decision",
                                Objects.requireNonNullElse(
                                        text(same.get(0)), same.get(0).getName() + "."),
                                "bpmn:BusinessRuleTask")
                        .label(same.get(0).getName())
                        .hidden("camunda:decisionRef", decision)
                        .hidden("camunda:decisionRefBinding", "latest")));
        add(new Template(
                        "A table of your own",
                        "ownDecision",
                        "decision",
                        "Asks a decision table that you made yourself; its inputs are what the process knows, and a"
                                + " gateway behind the step asks for its answer.",
                        "bpmn:BusinessRuleTask")
                .label("Decide by our own table")
                .text("Decision", "camunda:decisionRef", "", "The id of the decision, such as workshopNeeded.", ID)
                .hidden("camunda:decisionRefBinding", "latest")
                .text(
                        "Answer",
                        "camunda:resultVariable",
                        "",
                        "The variable that gets the answer; no name that is taken.",
                        ID)
                .dropdown(
                        "The answer is",
                        "singleEntry",
                        ordered("singleEntry", "One value", "singleResult", "One row with several values"),
                        ordered("type", "property", "name", "camunda:mapDecisionResult")));
    }

    private void tasks() {
        Map<String, List<UserTask>> tasks = Models.all(UserTask.class)
                .filter(task -> !NOT_PLACED.containsKey(task.getCamundaFormRef()))
                .collect(Collectors.groupingBy(UserTask::getCamundaFormRef, TreeMap::new, Collectors.toList()));
        tasks.forEach((form, same) -> {
            String label = title(form);
            String groups = same.stream()
                    .filter(task -> task.getName().equals(label))
                    .findFirst()
                    .orElse(same.get(0))
                    .getCamundaCandidateGroups();
            Template template = new Template(label, form, "task", about(form, same), "bpmn:UserTask")
                    .label(label)
                    .hidden("camunda:formRef", form)
                    .hidden("camunda:formRefBinding", "latest")
                    .groups(groups, groups);
            parameters(form)
                    .forEach((parameter, words) -> template.dropdown(
                            PARAMETERS.get(parameter),
                            words.get(0),
                            words.stream()
                                    .collect(Collectors.toMap(
                                            word -> word, WORDS::get, (a, b) -> a, LinkedHashMap::new)),
                            ordered("type", "camunda:inputParameter", "name", parameter)));
            add(template);
        });
        add(new Template(
                        "Approval by another person",
                        "approval",
                        "task",
                        "Another person says yes or no to what comes next, such as goodwill. Put a gateway behind it, with"
                                + " ${approval == 'approve'} on the way on and the other way as default. Whoever decided"
                                + " the case can neither take nor answer it, and the case remembers the answer.",
                        "bpmn:UserTask")
                .label("Approval")
                .hidden("camunda:formRef", "approveRemedy")
                .hidden("camunda:formRefBinding", "latest")
                .groups("leads,managers", null));
        add(new Template(
                        "A task with a form of your own",
                        "ownForm",
                        "task",
                        "Shows the case and your own form. What is entered stands in the timeline with the labels of the"
                                + " fields, and a gateway behind the task can ask for a field by its key.",
                        "bpmn:UserTask")
                .label("Task of our own")
                .text("Form", "camunda:formRef", "", "The id of the form, such as askWorkshop.", ID)
                .hidden("camunda:formRefBinding", "latest")
                .groups("handlers", null));
    }

    private void events() {
        add(new Template(
                        "Timer",
                        "timer",
                        "event",
                        "Waits, by a fixed duration such as P2D. What fails behind it is tried again by the setting for all"
                                + " diagrams, as everywhere. Draw a timer event first: a template cannot set its duration.",
                        null,
                        "bpmn:IntermediateCatchEvent",
                        "bpmn:BoundaryEvent")
                .label("Some days later"));
        add(new Template(
                        "Message",
                        "message",
                        "event",
                        "Waits for a message of Redress, and keeps it whatever fails behind it. Draw a message event or a"
                                + " receive task first, and choose one of the messages of our diagrams: a template cannot.",
                        null,
                        "bpmn:IntermediateCatchEvent",
                        "bpmn:BoundaryEvent",
                        "bpmn:ReceiveTask")
                .label("Customer replied")
                .hidden("camunda:asyncAfter", true));
    }

    /** For diagrams that were drawn with it. */
    private void former() {
        Template template = new Template(
                        "Handler’s task",
                        "handlerTask",
                        "task",
                        "A task with one of our forms. Each form has a template of its own now.",
                        "bpmn:UserTask")
                .label("Verify complaint")
                .dropdown(
                        "Form",
                        "verifyComplaint",
                        Stream.of(
                                        "verifyComplaint",
                                        "adviseHandler",
                                        "approveRemedy",
                                        "tellCustomer",
                                        "answerCustomer",
                                        "giveFinalAnswer")
                                .collect(Collectors.toMap(
                                        form -> form, ElementTemplates::title, (a, b) -> a, LinkedHashMap::new)),
                        ordered("type", "property", "name", "camunda:formRef"))
                .hidden("camunda:formRefBinding", "latest")
                .groups("${team}", null);
        template.content.put("deprecated", ordered("message", "Each form has a template of its own now."));
        add(template);
    }

    private void add(Template template) {
        files.put(template.file, template.finished());
    }

    /** The input parameters that say which of a form's readers is meant, or what for, with what they may say. */
    private static Map<String, List<String>> parameters(String form) {
        Map<String, List<String>> found = new TreeMap<>();
        BEANS.values().stream()
                .filter(bean -> bean.isAnnotationPresent(ReadsForm.class))
                .filter(bean -> bean.getAnnotation(ReadsForm.class).value().equals(form))
                .forEach(bean -> {
                    NeedsParameter needed = bean.getAnnotation(NeedsParameter.class);
                    if (needed != null) {
                        found.computeIfAbsent(needed.value(), name -> new ArrayList<>())
                                .addAll(List.of(needed.words()));
                    }
                    ReadsForm reads = bean.getAnnotation(ReadsForm.class);
                    if (!reads.parameter().isEmpty()) {
                        found.computeIfAbsent(reads.parameter(), name -> new ArrayList<>())
                                .add(reads.word());
                    }
                });
        found.values()
                .forEach(words -> words.sort(java.util.Comparator.comparing(List.copyOf(WORDS.keySet())::indexOf)));
        return found;
    }

    /** What a step is for, and where it belongs if only one diagram knows what it is about. */
    private static String about(String name, List<? extends FlowNode> same) {
        String text = same.stream()
                .map(ElementTemplates::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(DESCRIPTIONS.get(name), name));
        Set<Process> around = same.stream().map(ElementTemplates::process).collect(Collectors.toSet());
        Process only = around.iterator().next();
        boolean apart = around.size() == 1
                && !only.getId().equals("complaintResolution")
                && Models.all(CallActivity.class)
                        .noneMatch(call -> call.getCalledElement().equals(only.getId()));
        return apart ? text + " Belongs into the diagram “" + only.getName() + "”." : text;
    }

    private static Process process(BaseElement element) {
        var parent = element.getParentElement();
        while (!(parent instanceof Process)) {
            parent = parent.getParentElement();
        }
        return (Process) parent;
    }

    private static String text(BaseElement element) {
        return element.getDocumentations().stream()
                .map(documentation -> documentation.getTextContent().strip())
                .findFirst()
                .orElse(null);
    }

    private static String bean(ServiceTask step) {
        var matcher = BEAN.matcher(String.valueOf(step.getCamundaDelegateExpression()));
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static String title(String camelCase) {
        String words = String.join(" ", HUMP.split(camelCase)).toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static final Map<String, Object> ID = ordered(
            "notEmpty",
            true,
            "maxLength",
            100,
            "pattern",
            ordered(
                    "value",
                    "^[A-Za-z_][A-Za-z0-9_]*$",
                    "message",
                    "Letters, digits and underscores, and no digit first"));

    /** A template in the making. */
    private static final class Template {

        private final String file;
        private final Map<String, Object> content;
        private final List<Map<String, Object>> properties = new ArrayList<>();

        /** @param turnsInto what a plain task becomes, {@code null} where the element stays what it is */
        Template(String name, String stem, String kind, String description, String turnsInto, String... appliesTo) {
            String[] words = HUMP.split(stem);
            file = String.join("-", words).toLowerCase(java.util.Locale.ROOT) + ".json";
            content = ordered(
                    "name",
                    name,
                    "id",
                    "io.redress." + String.join(".", words).toLowerCase(java.util.Locale.ROOT),
                    "version",
                    VERSION,
                    "engines",
                    ordered("camunda", "^7.24"),
                    "description",
                    description,
                    "documentationRef",
                    GUIDE,
                    "category",
                    ordered("id", "redress-" + kind, "name", Icon.CATEGORIES.get(kind)),
                    "icon",
                    ordered("contents", Icon.of(kind)),
                    "appliesTo",
                    turnsInto == null ? List.of(appliesTo) : List.of("bpmn:Task", turnsInto));
            if (turnsInto != null) {
                content.put("elementType", ordered("value", turnsInto));
            }
        }

        Template label(String label) {
            return text("Label", "name", label, null, ordered("notEmpty", true, "maxLength", 60));
        }

        Template text(String label, String property, String value, String help, Map<String, Object> constraints) {
            Map<String, Object> field = ordered("label", label, "type", "String");
            if (!value.isEmpty()) {
                field.put("value", value);
            }
            if (help != null) {
                field.put("description", help);
            }
            field.put("binding", ordered("type", "property", "name", property));
            field.put("constraints", constraints);
            return property(field);
        }

        Template hidden(String property, Object value) {
            return property(ordered(
                    "type", "Hidden", "value", value, "binding", ordered("type", "property", "name", property)));
        }

        Template dropdown(String label, String value, Map<String, ?> choices, Map<String, Object> binding) {
            return property(ordered(
                    "label",
                    label,
                    "type",
                    "Dropdown",
                    "value",
                    value,
                    "choices",
                    choices.entrySet().stream()
                            .map(choice -> ordered("name", choice.getValue(), "value", choice.getKey()))
                            .toList(),
                    "binding",
                    binding,
                    "constraints",
                    ordered("notEmpty", true)));
        }

        /** @param asked one of the groups that something before has to have said; {@code null} for none */
        Template groups(String value, String asked) {
            Map<String, String> offered = new LinkedHashMap<>(GROUPS);
            offered.keySet().removeIf(groups -> ASKED.contains(groups) && !groups.equals(asked));
            return dropdown(
                    "Who may take it", value, offered, ordered("type", "property", "name", "camunda:candidateGroups"));
        }

        Template call() {
            hidden("camunda:calledElementBinding", "latest");
            property(ordered(
                    "type",
                    "Hidden",
                    "value",
                    "#{execution.processBusinessKey}",
                    "binding",
                    ordered("type", "camunda:in:businessKey")));
            return property(ordered(
                    "type",
                    "Hidden",
                    "value",
                    "caseNumber",
                    "binding",
                    ordered("type", "camunda:in", "target", "caseNumber")));
        }

        Template property(Map<String, Object> property) {
            properties.add(property);
            return this;
        }

        Map<String, Object> finished() {
            content.put("properties", properties);
            return content;
        }
    }

    /** The pictures in Modeler's menus, one for each kind of step. */
    private static final class Icon {

        static final Map<String, String> CATEGORIES = Map.of(
                "service", "Redress: steps",
                "call", "Redress: parts of the path",
                "decision", "Redress: decisions",
                "task", "Redress: tasks of people",
                "event", "Redress: waiting");

        private static final Map<String, String> PATHS = Map.of(
                "service", "M4 9h10M9 4v10M5.5 5.5l7 7M12.5 5.5l-7 7",
                "call", "M3 4h12v10H3zM7 11h4M9 9v4",
                "decision", "M3 4h12v10H3zM3 8h12M7 4v10",
                "task", "M9 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 16a6 6 0 0 1 12 0",
                "event", "M9 16A7 7 0 1 0 9 2a7 7 0 0 0 0 14zM9 5v4l3 2");

        static String of(String kind) {
            return "data:image/svg+xml;utf8,%3Csvg xmlns='http://www.w3.org/2000/svg' width='18' height='18' fill='none'"
                    + " stroke='%230b5c87' stroke-width='1.5'%3E%3Cpath d='" + PATHS.get(kind) + "'/%3E%3C/svg%3E";
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> ordered(Object... pairs) {
        Map<String, T> ordered = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            ordered.put((String) pairs[at], (T) pairs[at + 1]);
        }
        return ordered;
    }
}
