package io.redress.redesign.diagram;

import io.redress.redesign.lint.Finding;
import io.redress.redesign.model.Models.ProcessModel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/**
 * The rules for what a process is there for: whoever begins it by its id relies on what it does, and a step that did
 * something does not become an empty one.
 */
@Component
class PurposeRules implements DiagramRule {

    /**
     * What each process of the house cannot do without, wherever in it: steps by their beans, whether these do them or
     * read the form of the person who does. A process without which a customer lacks nothing, such as the follow-up, has
     * no purpose here.
     */
    static final Map<String, Set<String>> PURPOSES = Map.ofEntries(
            Map.entry(
                    Drawn.MAIN,
                    Set.of(
                            "sendQuestion",
                            "refundPayment",
                            "orderReplacement",
                            "arrangeReturn",
                            "resolveByHand",
                            "reopenComplaint",
                            "giveFinalAnswer",
                            "sendFinalAnswer",
                            "closeComplaint")),
            Map.entry("refund", Set.of("refundPayment", "watchRefunds")),
            Map.entry("refundWatch", Set.of("checkRefunds", "resolveByHand")),
            Map.entry("replacement", Set.of("orderReplacement")),
            Map.entry("parcelWatch", Set.of("checkParcel", "lookForParcel", "refundPayment", "orderReplacement")),
            Map.entry("goodwill", Set.of("grantGoodwill")),
            Map.entry("goodsReturn", Set.of("receiveGoods", "checkReturn", "settleReturn", "refundPayment")),
            Map.entry("dispute", Set.of("answerDispute", "climbLadder")),
            Map.entry("askCustomer", Set.of("sendQuestion")),
            Map.entry("answerCustomer", Set.of("answerCustomer", "sendReply")),
            Map.entry("readMessage", Set.of("readMessage", "resolveAnew", "climbLadder")),
            Map.entry("sendMessage", Set.of("sendMessage")),
            Map.entry("tellCustomer", Set.of("tellCustomer")),
            Map.entry("heldLetters", Set.of("decideLetters", "sendHeldLetters")),
            Map.entry("staffComplaint", Set.of("nameAccused")),
            Map.entry("withdrawal", Set.of("confirmWithdrawal", "closeComplaint")),
            Map.entry("mendCase", Set.of("mendCase")),
            Map.entry("absence", Set.of("handOverWork")));

    /** What a process may also leave to one that it calls, ours or another; what people do in that one is of its own. */
    private static final Set<String> BY_CALL = Set.of("refundPayment", "orderReplacement", "sendQuestion");

    @Override
    public Stream<Finding> check(Drawn drawn) {
        return drawn.processes().stream()
                .flatMap(process -> Stream.concat(missing(drawn, process), emptied(drawn, process)));
    }

    private static Stream<Finding> missing(Drawn drawn, ProcessModel process) {
        return PURPOSES.getOrDefault(process.id(), Set.of()).stream()
                .sorted()
                .filter(purpose -> Diagrams.all(process.process()).noneMatch(node -> serves(drawn, node, purpose)))
                .map(purpose -> Finding.error(
                        "purpose-missing",
                        process.file(),
                        process.id(),
                        Diagrams.label(process.process()),
                        label(drawn, process, purpose)));
    }

    /** What managers call the step: as it was called in the version before. */
    private static String label(Drawn drawn, ProcessModel process, String purpose) {
        return drawn.models()
                .replaced(process.id())
                .flatMap(before -> Diagrams.all(before)
                        .filter(node -> serves(drawn, node, purpose))
                        .map(Diagrams::label)
                        .findFirst())
                .orElse(purpose);
    }

    private static boolean serves(Drawn drawn, FlowNode node, String purpose) {
        if (node instanceof CallActivity call && BY_CALL.contains(purpose)) {
            return Optional.ofNullable(Diagrams.called(call)).flatMap(drawn.models()::process).stream()
                    .flatMap(called -> Diagrams.all(called.process()))
                    .anyMatch(inner -> isDone(drawn, inner, purpose));
        }
        return isDone(drawn, node, purpose);
    }

    private static boolean isDone(Drawn drawn, FlowNode node, String purpose) {
        return drawn.steps().beans(node).anyMatch(purpose::equals);
    }

    /** Modeler keeps the id of a step that is given another type. */
    private static Stream<Finding> emptied(Drawn drawn, ProcessModel process) {
        return Diagrams.all(process.process())
                .filter(PurposeRules::isEmpty)
                .filter(node -> drawn.before(process, node)
                        .filter(before -> !isEmpty(before))
                        .isPresent())
                .map(node -> Finding.error("step-emptied", process.file(), node.getId(), Diagrams.label(node)));
    }

    private static boolean isEmpty(FlowNode node) {
        return NameRules.IDLE.contains(node.getElementType().getTypeName());
    }
}
