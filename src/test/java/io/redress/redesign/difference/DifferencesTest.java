package io.redress.redesign.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.redesign.difference.Change.Detail;
import io.redress.redesign.difference.Change.Kind;
import io.redress.redesign.difference.Change.Part;
import io.redress.redesign.model.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What differs in meaning is named, element by element, and nothing else is. */
class DifferencesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Differences differences = new Differences();

    static Stream<Path> diagrams() throws IOException {
        return files("processes", ".bpmn");
    }

    static Stream<Path> tables() throws IOException {
        return files("processes", ".dmn");
    }

    static Stream<Path> forms() throws IOException {
        return files("forms", ".form");
    }

    private static Stream<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aDiagramThatIsOnlyDrawnAnewSaysTheSame(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(diagram(text, model -> model.getModelElementsByType(BpmnShape.class)
                        .forEach(shape ->
                                shape.getBounds().setX(shape.getBounds().getX() + 100))))
                .isEmpty();
        assertThat(between("x.bpmn", text, text.replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")))
                .isEmpty();
        assertThat(between(
                        "x.bpmn",
                        text,
                        text.replaceAll(">\\s+<", "><").replaceAll("(</?|xmlns:|\")bpmn([:=])", "$1b$2")))
                .isEmpty();
        assertThat(between("x.bpmn", text, text.replaceAll(" camunda:\\w+Binding=\"latest\"", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void otherIdsSayTheSame(Path file) throws IOException {
        String text = Files.readString(file);
        String flows = text.replaceAll("\"((?:Flow|flow|sequenceFlow)_\\w+)\"", "\"n_$1\"")
                .replaceAll(">((?:Flow|flow|sequenceFlow)_\\w+)<", ">n_$1<");
        assertThat(flows).isNotEqualTo(text);
        assertThat(between("x.bpmn", text, flows)).isEmpty();

        String everything = text;
        BpmnModelInstance model = read(text);
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            everything = everything
                    .replace("\"" + element.getId() + "\"", "\"renamed_" + element.getId() + "\"")
                    .replace(">" + element.getId() + "<", ">renamed_" + element.getId() + "<");
        }
        assertThat(between("x.bpmn", text, everything)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void eachChangedElementIsNamedAndNoOther(Path file) throws IOException {
        String text = Files.readString(file);
        for (FlowNode node : read(text).getModelElementsByType(FlowNode.class)) {
            String id = node.getId();
            assertThat(ids(diagram(text, model -> model.<FlowNode>getModelElementById(id)
                            .setName("Called otherwise"))))
                    .as("%s is called otherwise", id)
                    .containsExactly("CHANGED " + id);
        }
        for (SequenceFlow flow : read(text).getModelElementsByType(SequenceFlow.class)) {
            String id = flow.getId();
            assertThat(ids(diagram(text, model -> model.<SequenceFlow>getModelElementById(id)
                            .setName("Because of something else"))))
                    .containsExactly("CHANGED " + id);
            if (flow.getConditionExpression() != null) {
                assertThat(ids(diagram(text, model -> model.<SequenceFlow>getModelElementById(id)
                                .getConditionExpression()
                                .setTextContent("${true}"))))
                        .as("the condition of %s", id)
                        .containsExactly("CHANGED " + id);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void whatAStepDoesIsPartOfIt(Path file) throws IOException {
        String text = Files.readString(file);
        for (ServiceTask step : read(text).getModelElementsByType(ServiceTask.class)) {
            String id = step.getId();
            assertThat(ids(diagram(text, model -> model.<ServiceTask>getModelElementById(id)
                            .setCamundaDelegateExpression("#{somethingElse}"))))
                    .containsExactly("CHANGED " + id);
            assertThat(ids(diagram(text, model -> {
                        ServiceTask task = model.getModelElementById(id);
                        task.setCamundaAsyncAfter(!task.isCamundaAsyncAfter());
                    })))
                    .containsExactly("CHANGED " + id);
        }
        for (UserTask task : read(text).getModelElementsByType(UserTask.class)) {
            String id = task.getId();
            List<Change> changes = diagram(
                    text, model -> model.<UserTask>getModelElementById(id).setCamundaCandidateGroups("somebody-else"));
            assertThat(ids(changes)).containsExactly("CHANGED " + id);
            assertThat(changes.get(0).details())
                    .extracting(Detail::what, Detail::to)
                    .containsExactly(tuple("candidateGroups", "somebody-else"));
        }
        for (TimerEventDefinition timer : read(text).getModelElementsByType(TimerEventDefinition.class)) {
            String event = ((BaseElement) timer.getParentElement()).getId();
            List<Change> changes =
                    diagram(text, model -> model.getModelElementsByType(TimerEventDefinition.class).stream()
                            .filter(one -> ((BaseElement) one.getParentElement())
                                    .getId()
                                    .equals(event))
                            .flatMap(one -> Stream.of(one.getTimeDuration(), one.getTimeDate(), one.getTimeCycle()))
                            .filter(Objects::nonNull)
                            .forEach(one -> one.setTextContent("P9D")));
            assertThat(ids(changes)).containsExactly("CHANGED " + event);
        }
    }

    @Test
    void aFlowThatLeadsElsewhereIsTheOnlyDifference() throws IOException {
        String text = Files.readString(Path.of("processes/refund.bpmn"));
        BpmnModelInstance model = read(text);
        SequenceFlow flow =
                model.getModelElementsByType(SequenceFlow.class).iterator().next();
        FlowNode other = model.getModelElementsByType(UserTask.class).iterator().next();
        List<Change> changes = diagram(text, changed -> {
            SequenceFlow one = changed.getModelElementById(flow.getId());
            one.getTarget().getIncoming().remove(one);
            one.setTarget(changed.getModelElementById(other.getId()));
        });
        assertThat(ids(changes)).containsExactly("CHANGED " + flow.getId());
        assertThat(changes.get(0).details()).extracting(Detail::what).containsExactly("targetRef");
        assertThat(changes.get(0).details().get(0).to()).contains(other.getName());
    }

    @Test
    void stepsThatComeAndGoAreNamed() throws IOException {
        String text = Files.readString(Path.of("processes/refund.bpmn"));
        FlowNode step =
                read(text).getModelElementsByType(UserTask.class).iterator().next();
        String without = write(text, model -> {
            FlowNode gone = model.getModelElementById(step.getId());
            Stream.concat(gone.getIncoming().stream(), gone.getOutgoing().stream())
                    .toList()
                    .forEach(flow -> flow.getParentElement().removeChildElement(flow));
            gone.getParentElement().removeChildElement(gone);
        });
        List<Change> gone = between("x.bpmn", text, without);
        assertThat(gone).allMatch(change -> change.kind() == Kind.REMOVED);
        assertThat(ids(gone)).contains("REMOVED " + step.getId());
        assertThat(gone)
                .hasSize(1 + step.getIncoming().size() + step.getOutgoing().size());
        List<Change> come = between("x.bpmn", without, text);
        assertThat(come).hasSameSizeAs(gone).allMatch(change -> change.kind() == Kind.ADDED);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void eachRowOfATableIsComparedCellByCell(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(between("x.dmn", text, text.replaceAll(">\\s+<", "><"))).isEmpty();
        assertThat(between(
                        "x.dmn",
                        text,
                        text.replaceAll(" id=\"(DecisionRule|UnaryTests|LiteralExpression)_", " id=\"$1_x")))
                .isEmpty();
        assertThat(between("x.dmn", text, text.replaceAll(" hitPolicy=\"UNIQUE\"", "")))
                .isEmpty();

        int cell = text.indexOf("<text>", text.indexOf("<outputEntry")) + "<text>".length();
        String changed = text.substring(0, cell) + "\"other\"" + text.substring(text.indexOf("</text>", cell));
        List<Change> changes = between("x.dmn", text, changed);
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).part()).isEqualTo(Part.ROW);
        assertThat(changes.get(0).row()).isEqualTo(1);
        assertThat(changes.get(0).details()).hasSize(1);
        assertThat(changes.get(0).details().get(0).to()).isEqualTo("\"other\"");

        String rule = text.substring(text.indexOf("<rule"), text.indexOf("</rule>") + "</rule>".length());
        List<Change> without = between("x.dmn", text, text.replace(rule, ""));
        assertThat(without).hasSize(1);
        assertThat(without.get(0).kind()).isEqualTo(Kind.REMOVED);
        assertThat(between("x.dmn", text.replace(rule, ""), text).get(0).kind()).isEqualTo(Kind.ADDED);
    }

    @Test
    void theOrderOfRowsCountsWhereTheFirstOneApplies() throws IOException {
        String first = Files.readString(Path.of("processes/authority.dmn"));
        assertThat(first).contains("hitPolicy=\"FIRST\"");
        List<Change> moved = between("x.dmn", first, firstRowLast(first));
        assertThat(moved).hasSize(1);
        assertThat(moved.get(0).details()).extracting(Detail::what).containsExactly("place");
        String unique = first.replace("hitPolicy=\"FIRST\"", "");
        assertThat(between("x.dmn", unique, firstRowLast(unique))).isEmpty();
        assertThat(between("x.dmn", first, unique)).extracting(Change::part).containsExactly(Part.DECISION);
    }

    private static String firstRowLast(String table) {
        String rule = table.substring(table.indexOf("<rule"), table.indexOf("</rule>") + "</rule>".length());
        return table.replace(rule, "")
                .replaceFirst("</decisionTable>", Matcher.quoteReplacement(rule + "</decisionTable>"));
    }

    @Test
    void aColumnThatAsksForSomethingElseIsAnotherColumn() throws IOException {
        String text = Files.readString(Path.of("processes/compensation.dmn"));
        int at = text.indexOf("<text>", text.indexOf("<inputExpression")) + "<text>".length();
        String changed = text.substring(0, at) + "moon" + text.substring(text.indexOf("</text>", at));
        assertThat(between("x.dmn", text, changed))
                .filteredOn(change -> change.part() == Part.COLUMN)
                .extracting(Change::kind)
                .containsExactlyInAnyOrder(Kind.ADDED, Kind.REMOVED);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachFieldOfAFormIsCompared(Path file) throws IOException {
        String text = Files.readString(file);
        ObjectNode form = (ObjectNode) JSON.readTree(text);
        form.findParents("layout").forEach(component -> ((ObjectNode) component).remove("layout"));
        form.findParents("key").forEach(component -> ((ObjectNode) component).put("id", "Field_anew"));
        form.put("schemaVersion", 19);
        assertThat(between("x.form", text, form.toString())).isEmpty();

        ObjectNode first = (ObjectNode) form.findParents("key").get(0);
        String key = first.path("key").asText();
        first.put("label", "Asked otherwise");
        List<Change> changes = between("x.form", text, form.toString());
        assertThat(ids(changes)).containsExactly("CHANGED " + key);
        assertThat(changes.get(0).details()).extracting(Detail::to).containsExactly("Asked otherwise");

        ((ArrayNode) form.path("components")).removeAll();
        assertThat(between("x.form", text, form.toString())).allMatch(change -> change.kind() == Kind.REMOVED);
    }

    @Test
    void largeDiagramsAreComparedInSeconds() {
        Instant start = Instant.now();
        assertThat(between("x.bpmn", chain("a", 5_000), chain("b", 5_000))).isEmpty();
        assertThat(between("x.bpmn", chain("a", 5_000), chain("a", 4_999))).isNotEmpty();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whatCannotBeReadDiffersAsAWhole() {
        assertThat(between("x.bpmn", "<x/>", "<x>")).extracting(Change::part).containsExactly(Part.FILE);
        assertThat(between("x.form", "{}", "{")).extracting(Change::part).containsExactly(Part.FILE);
        assertThat(between("x.bpmn", "<x/>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"))
                .extracting(Change::part)
                .containsExactly(Part.FILE);
    }

    private static String chain(String prefix, int steps) {
        String tasks = IntStream.range(0, steps)
                .mapToObj(at ->
                        "<task id=\"%s%d\" name=\"Step %d\"/><sequenceFlow id=\"%sf%d\" sourceRef=\"%s%d\" targetRef=\"%s%d\"/>"
                                .formatted(prefix, at, at, prefix, at, prefix, at, prefix, at + 1))
                .collect(Collectors.joining());
        return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">" + tasks
                + "<endEvent id=\"" + prefix + steps + "\"/></process></definitions>";
    }

    private List<Change> diagram(String text, Consumer<BpmnModelInstance> change) {
        return between("x.bpmn", text, write(text, change));
    }

    private static String write(String text, Consumer<BpmnModelInstance> change) {
        BpmnModelInstance model = read(text);
        change.accept(model);
        return Bpmn.convertToString(model);
    }

    private static BpmnModelInstance read(String text) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<Change> between(String name, String before, String after) {
        return differences.between(file(name, before), file(name, after));
    }

    private static ModelFile file(String name, String text) {
        return new ModelFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> ids(List<Change> changes) {
        return changes.stream().map(change -> change.kind() + " " + change.id()).toList();
    }
}
