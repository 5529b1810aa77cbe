package io.redress.redesign.diagram;

import static io.redress.redesign.diagram.Redesign.good;
import static io.redress.redesign.diagram.Redesign.harmful;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.OfflineLint;
import io.redress.redesign.model.ModelFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What managers do to diagrams: what helps is let in, what harms is kept out, each by the rule that says why. */
class RedesignsTest {

    private static final String MAIN = "complaint-resolution.bpmn";
    private static final String REFUND = "refund.bpmn";
    private static final String GOODWILL = "goodwill.bpmn";
    private static final String ASK = "ask-customer.bpmn";
    private static final String FOLLOW_UP = "follow-up.bpmn";

    @ParameterizedTest
    @MethodSource("goods")
    void whatHelpsIsLetIn(Redesign redesign) {
        assertThat(OfflineLint.once().check(redesign.draft()).stream().filter(Finding::isError))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("harms")
    void whatHarmsIsKeptOut(Redesign redesign) {
        List<Finding> findings = OfflineLint.once().check(redesign.draft());
        assertThat(findings.stream().filter(Finding::isError).map(Finding::rule))
                .as("%s", findings)
                .containsAll(redesign.expected());
    }

    /** One slip may leave much undone; whoever reads the findings from the top mends it first. */
    @Test
    void aNameThatNothingHasIsToldFirst() {
        Redesign slip =
                harmful("A slip in a delegate", "step-unknown").replace(MAIN, "#{closeComplaint}", "#{closeComplain}");
        List<Finding> findings = OfflineLint.once().check(slip.draft());
        assertThat(findings).hasSizeGreaterThan(1);
        assertThat(findings.get(0).rule()).isEqualTo("step-unknown");
    }

    @ParameterizedTest
    @MethodSource("someHarms")
    void whatHarmsIsReplacedByWhatWasThereBefore(Redesign redesign) {
        corrected(redesign);
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("harmsToShippedFiles")
    void whateverHarmsIsReplacedByWhatWasThereBefore(Redesign redesign) {
        corrected(redesign);
    }

    /** What harms has come in all the same, and the shipped files of the same names are put over it. */
    private static void corrected(Redesign harm) {
        OfflineLint lint = OfflineLint.once();
        Map<String, ModelFile> live = new TreeMap<>();
        Stream.concat(lint.shipped().stream(), harm.draft().stream()).forEach(file -> live.put(file.name(), file));
        List<ModelFile> corrections = lint.shipped().stream()
                .filter(file -> harm.draft().stream().map(ModelFile::name).anyMatch(file.name()::equals))
                .toList();
        assertThat(lint.check(corrections, live.values()).stream().filter(Finding::isError))
                .isEmpty();
    }

    static Stream<Redesign> harmsToShippedFiles() {
        List<String> shipped =
                OfflineLint.once().shipped().stream().map(ModelFile::name).toList();
        return harms().filter(harm -> harm.draft().stream().anyMatch(file -> shipped.contains(file.name())));
    }

    static Stream<Redesign> someHarms() {
        List<Redesign> harms = harmsToShippedFiles().toList();
        return IntStream.range(0, harms.size()).filter(place -> place % 6 == 4).mapToObj(harms::get);
    }

    static Stream<Redesign> goods() {
        return Stream.of(
                good("An unchanged diagram is deployed again")
                        .replace(MAIN, "</bpmn:definitions>", "</bpmn:definitions>\n"),
                good("A step is renamed").replace(MAIN, "name=\"Verify complaint\"", "name=\"Check the facts\""),
                good("Every flow and step has another id")
                        .replace(MAIN, "\"flow_", "\"f_")
                        .replace(MAIN, ">flow_", ">f_")
                        .replace(MAIN, "\"userTask_", "\"step_")
                        .replace(MAIN, "\"serviceTask_", "\"step_s_"),
                good("The follow-up comes after ten days").replace(FOLLOW_UP, "'P5D'", "'P10D'"),
                good("Customers are reminded four times").replace(ASK, "R2/P3D", "R4/P2D"),
                good("The provider is asked again every five minutes").replace(REFUND, ">PT1M<", ">PT5M<"),
                good("Leads verify, too")
                        .replace(
                                MAIN,
                                "camunda:candidateGroups=\"leads\"",
                                "camunda:candidateGroups=\"leads,managers\""),
                good("Goodwill waits for an approval")
                        .replace(
                                MAIN,
                                "sourceRef=\"gateway_goodwillDue\" targetRef=\"callActivity_goodwill\"",
                                "sourceRef=\"gateway_goodwillDue\" targetRef=\"userTask_approveGoodwill\"")
                        .before(MAIN, "<bpmn:callActivity id=\"callActivity_goodwill\"", """
                                <bpmn:userTask id="userTask_approveGoodwill" name="Approval before goodwill" camunda:formRef="approveRemedy" camunda:formRefBinding="latest" camunda:candidateGroups="leads">
                                  <bpmn:extensionElements>
                                    <camunda:taskListener delegateExpression="#{showCase}" event="create" />
                                    <camunda:taskListener delegateExpression="#{approveStep}" event="complete" />
                                  </bpmn:extensionElements>
                                  <bpmn:incoming>flow_goodwillDue_goodwill</bpmn:incoming><bpmn:outgoing>flow_asked</bpmn:outgoing>
                                </bpmn:userTask>
                                <bpmn:exclusiveGateway id="gateway_goodwillApproved" name="Approved?" default="flow_noGoodwill">
                                  <bpmn:incoming>flow_asked</bpmn:incoming><bpmn:outgoing>flow_giveGoodwill</bpmn:outgoing><bpmn:outgoing>flow_noGoodwill</bpmn:outgoing>
                                </bpmn:exclusiveGateway>
                                <bpmn:sequenceFlow id="flow_asked" sourceRef="userTask_approveGoodwill" targetRef="gateway_goodwillApproved" />
                                <bpmn:sequenceFlow id="flow_giveGoodwill" name="yes" sourceRef="gateway_goodwillApproved" targetRef="callActivity_goodwill">
                                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approval == 'approve'}</bpmn:conditionExpression>
                                </bpmn:sequenceFlow>
                                <bpmn:sequenceFlow id="flow_noGoodwill" name="no" sourceRef="gateway_goodwillApproved" targetRef="serviceTask_explainDecision" />
                                """),
                good("A second pair of eyes looks at every refusal")
                        .replace(
                                MAIN,
                                "sourceRef=\"businessRuleTask_decideRemedy\" targetRef=\"businessRuleTask_checkAuthority\"",
                                "sourceRef=\"businessRuleTask_decideRemedy\" targetRef=\"gateway_refused\"")
                        .before(MAIN, "<bpmn:businessRuleTask id=\"businessRuleTask_checkAuthority\"", """
                                <bpmn:exclusiveGateway id="gateway_refused" name="Refused?" default="flow_notRefused" />
                                <bpmn:userTask id="userTask_lookAgain" name="Look again" camunda:formRef="approveRemedy" camunda:candidateGroups="leads">
                                  <bpmn:extensionElements>
                                    <camunda:taskListener delegateExpression="#{approveStep}" event="complete" />
                                  </bpmn:extensionElements>
                                </bpmn:userTask>
                                <bpmn:sequenceFlow id="flow_refused" sourceRef="gateway_refused" targetRef="userTask_lookAgain">
                                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${outcome == 'refused'}</bpmn:conditionExpression>
                                </bpmn:sequenceFlow>
                                <bpmn:sequenceFlow id="flow_notRefused" sourceRef="gateway_refused" targetRef="businessRuleTask_checkAuthority" />
                                <bpmn:sequenceFlow id="flow_lookedAgain" sourceRef="userTask_lookAgain" targetRef="businessRuleTask_checkAuthority" />
                                """),
                good("Refund and a note to a colleague side by side")
                        .replace(
                                MAIN,
                                "sourceRef=\"serviceTask_explainDecision\" targetRef=\"endEvent_customerInformed\"",
                                "sourceRef=\"serviceTask_explainDecision\" targetRef=\"gateway_both\"")
                        .before(MAIN, "<bpmn:endEvent id=\"endEvent_customerInformed\"", """
                                <bpmn:parallelGateway id="gateway_both" />
                                <bpmn:userTask id="userTask_one" name="Note for the shop" camunda:formRef="adviseHandler" camunda:candidateGroups="handlers" />
                                <bpmn:userTask id="userTask_two" name="Note for the books" camunda:formRef="adviseHandler" camunda:candidateGroups="leads" />
                                <bpmn:parallelGateway id="gateway_bothDone" />
                                <bpmn:sequenceFlow id="flow_b1" sourceRef="gateway_both" targetRef="userTask_one" />
                                <bpmn:sequenceFlow id="flow_b2" sourceRef="gateway_both" targetRef="userTask_two" />
                                <bpmn:sequenceFlow id="flow_b3" sourceRef="userTask_one" targetRef="gateway_bothDone" />
                                <bpmn:sequenceFlow id="flow_b4" sourceRef="userTask_two" targetRef="gateway_bothDone" />
                                <bpmn:sequenceFlow id="flow_b5" sourceRef="gateway_bothDone" targetRef="endEvent_customerInformed" />
                                """),
                good("A pause before the case is decided")
                        .replace(
                                MAIN,
                                "sourceRef=\"serviceTask_gatherEvidence\" targetRef=\"businessRuleTask_triageComplaint\"",
                                "sourceRef=\"serviceTask_gatherEvidence\" targetRef=\"event_pause\"")
                        .before(MAIN, "<bpmn:businessRuleTask id=\"businessRuleTask_triageComplaint\"", """
                                <bpmn:intermediateCatchEvent id="event_pause" name="A moment">
                                  <bpmn:timerEventDefinition id="timer_pause"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT10M</bpmn:timeDuration></bpmn:timerEventDefinition>
                                </bpmn:intermediateCatchEvent>
                                <bpmn:sequenceFlow id="flow_pause" sourceRef="event_pause" targetRef="businessRuleTask_triageComplaint" />
                                """),
                good("A note of what people do elsewhere")
                        .replace(
                                MAIN,
                                "sourceRef=\"serviceTask_gatherEvidence\" targetRef=\"businessRuleTask_triageComplaint\"",
                                "sourceRef=\"serviceTask_gatherEvidence\" targetRef=\"task_shelf\"")
                        .before(MAIN, "<bpmn:businessRuleTask id=\"businessRuleTask_triageComplaint\"", """
                                <bpmn:manualTask id="task_shelf" name="Somebody looks at the shelf" />
                                <bpmn:sequenceFlow id="flow_shelf" sourceRef="task_shelf" targetRef="businessRuleTask_triageComplaint" />
                                """),
                good("The guarantee of two years is waited for").replace(REFUND, ">PT1M<", ">P2Y<"),
                good("A wish for a replacement is copied to another place")
                        .replace("replacement.bpmn", "\"serviceTask_orderReplacement\"", "\"activity_copy\""),
                good("Whatever the evidence says, a person looks")
                        .drop(MAIN, "sequenceFlow", "flow_evidenceConclusive_decideRemedy"),
                good("A question of its own as a called process")
                        .replace(MAIN, "calledElement=\"askCustomer\"", "calledElement=\"askOurWay\"")
                        .add(
                                "ask-our-way.bpmn",
                                OfflineLint.once().shipped(ASK).text().replace("\"askCustomer\"", "\"askOurWay\"")));
    }

    static Stream<Redesign> harms() {
        return Stream.of(
                harmful("Two gateways lead to each other", "cycle-without-wait")
                        .add(FOLLOW_UP, process("followUp", """
                                <startEvent id="s" /><exclusiveGateway id="a" /><exclusiveGateway id="b" /><endEvent id="e" />
                                <sequenceFlow id="f1" sourceRef="s" targetRef="a" /><sequenceFlow id="f2" sourceRef="a" targetRef="b" />
                                <sequenceFlow id="f3" sourceRef="b" targetRef="a" />""")),
                harmful("A process calls itself", "calls-itself")
                        .replace(
                                REFUND,
                                "<bpmn:serviceTask id=\"serviceTask_watchRefunds\" name=\"Watch refunds\" camunda:delegateExpression=\"#{watchRefunds}\">",
                                "<bpmn:serviceTask id=\"serviceTask_watchRefunds\" name=\"Watch refunds\" camunda:delegateExpression=\"#{watchRefunds}\">")
                        .add(
                                "loop.bpmn",
                                process(
                                        "loop",
                                        "<startEvent id=\"s\" /><callActivity id=\"c\" name=\"Again\" calledElement=\"loop\"><extensionElements><camunda:in businessKey=\"#{execution.processBusinessKey}\" /><camunda:in source=\"caseNumber\" target=\"caseNumber\" /></extensionElements></callActivity><endEvent id=\"e\" /><sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"c\" /><sequenceFlow id=\"f2\" sourceRef=\"c\" targetRef=\"e\" />")),
                harmful("The refund is asked for again when it is done", "cycle-without-wait")
                        .replace(REFUND, "${refundStep == 'next'}", "${refundStep == 'next' || refundStep == 'done'}"),
                harmful("The wait before asking again is left out", "cycle-without-wait")
                        .replace(
                                REFUND,
                                "sourceRef=\"gateway_providerAnswer\" targetRef=\"event_askProviderAgain\"",
                                "sourceRef=\"gateway_providerAnswer\" targetRef=\"serviceTask_refundPayment\""),
                harmful("The authority gate is removed", "money-before-authority")
                        .replace(
                                MAIN,
                                "sourceRef=\"businessRuleTask_decideRemedy\" targetRef=\"businessRuleTask_checkAuthority\"",
                                "sourceRef=\"businessRuleTask_decideRemedy\" targetRef=\"gateway_whatIsDue\""),
                harmful("The answers of Approved? are swapped", "money-before-authority")
                        .replace(MAIN, "${approval == 'approve'}", "${approval != 'approve'}"),
                harmful("Whoever needs approval needs none", "money-before-authority")
                        .replace(MAIN, "${!approvalNeeded}", "${approvalNeeded}"),
                harmful("Goodwill asks nobody", "money-before-authority")
                        .replace(
                                GOODWILL,
                                "sourceRef=\"startEvent_goodwillDue\" targetRef=\"businessRuleTask_checkAuthority\"",
                                "sourceRef=\"startEvent_goodwillDue\" targetRef=\"serviceTask_grantGoodwill\""),
                harmful("The decision is explained to nobody", "end-unexplained")
                        .replace(
                                MAIN,
                                "sourceRef=\"gateway_goodwillDue\" targetRef=\"serviceTask_explainDecision\"",
                                "sourceRef=\"gateway_goodwillDue\" targetRef=\"endEvent_customerInformed\""),
                harmful("Nobody acknowledges", "end-unacknowledged", "acknowledge-late")
                        .replace(
                                MAIN,
                                "sourceRef=\"startEvent_caseOpened\" targetRef=\"serviceTask_acknowledgeComplaint\"",
                                "sourceRef=\"startEvent_caseOpened\" targetRef=\"serviceTask_gatherEvidence\""),
                harmful("Overdue is removed", "overdue-missing").drop(MAIN, "subProcess", "eventSubProcess_overdue"),
                harmful("Customer wrote is removed", "customer-unheard")
                        .drop(MAIN, "subProcess", "eventSubProcess_customerWrote"),
                harmful("Overdue ends the case", "overdue-interrupts")
                        .replace(
                                MAIN,
                                "<bpmn:startEvent id=\"startEvent_rungDue\" name=\"Rung due\" isInterrupting=\"false\">",
                                "<bpmn:startEvent id=\"startEvent_rungDue\" name=\"Rung due\">"),
                harmful("Overdue climbs once", "overdue-once")
                        .replace(
                                MAIN,
                                "sourceRef=\"event_nextRungDue\" targetRef=\"serviceTask_climbLadder\"",
                                "sourceRef=\"event_nextRungDue\" targetRef=\"endEvent_ladderClimbed\""),
                harmful("A slip in a method", "member-unknown")
                        .replace(MAIN, "holdingAnswers.dueAt(", "holdingAnswers.duesAt("),
                harmful("A method with too many values", "member-unknown")
                        .replace(FOLLOW_UP, "dueAfter(caseNumber, 'P5D')", "dueAfter(caseNumber, 'P5D', 3)"),
                harmful("A slip in a variable", "variable-unknown").replace(MAIN, "${goodwillDue}", "${goodwilDue}"),
                harmful("A slip in a called process", "process-unknown")
                        .replace(MAIN, "calledElement=\"refund\"", "calledElement=\"refnud\""),
                harmful("A slip in a decision", "decision-unknown")
                        .replace(MAIN, "decisionRef=\"compensation\"", "decisionRef=\"compensaton\""),
                harmful("A slip in a form", "form-unknown")
                        .replace(MAIN, "formRef=\"verifyComplaint\"", "formRef=\"verifyComplain\""),
                harmful("A slip in a delegate", "step-unknown")
                        .replace(MAIN, "#{explainDecision}", "#{explaindecision}"),
                harmful("A listener as a step", "step-no-delegate")
                        .replace(
                                MAIN,
                                "camunda:delegateExpression=\"#{explainDecision}\"",
                                "camunda:delegateExpression=\"#{showCase}\""),
                harmful("A slip in a message", "message-unsent")
                        .replace(ASK, "redress.customerReplied", "redress.customerReplies"),
                harmful("A slip in a group", "task-for-nobody").replace(MAIN, "camunda:candidateGroups=\"leads\"", ""),
                harmful("A slip in a word", "flow-never-taken")
                        .replace(MAIN, "${verdict == 'consult'}", "${verdict == 'consultt'}"),
                harmful("One = too few", "expression-unreadable")
                        .replace(MAIN, "${verdict == 'consult'}", "${verdict = 'consult'}"),
                harmful("A word that has no way", "split-incomplete")
                        .drop(REFUND, "sequenceFlow", "flow_providerAnswer_awaitRelease"),
                harmful("A join that never continues", "join-stuck")
                        .replace(
                                MAIN,
                                "<bpmn:inclusiveGateway id=\"gateway_allMadeGood\" name=\"All made good\">",
                                "<bpmn:parallelGateway id=\"gateway_allMadeGood\" name=\"All made good\">")
                        .replace(
                                MAIN,
                                "</bpmn:inclusiveGateway>\n      <bpmn:exclusiveGateway id=\"gateway_withdrawnMeanwhile\"",
                                "</bpmn:parallelGateway>\n      <bpmn:exclusiveGateway id=\"gateway_withdrawnMeanwhile\""),
                harmful("A start by timer", "start-by-event")
                        .into(
                                FOLLOW_UP,
                                "startEvent",
                                "startEvent_remedyExplained",
                                "<bpmn:timerEventDefinition id=\"t\"><bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition>"),
                harmful("A million times", "repeated-without-limit")
                        .into(
                                MAIN,
                                "callActivity",
                                "callActivity_refund",
                                "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1000000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"),
                harmful("A reminder each second for ever", "timer-repeats").replace(ASK, "R2/P3D", "R/PT1S"),
                harmful("A wait of nothing", "timer-too-short").replace(REFUND, ">PT1M<", ">PT0S<"),
                harmful("A wait that goes back in time", "timer-unreadable").replace(REFUND, ">PT1M<", ">-PT1M<"),
                harmful("A wait that is worked out", "timer-worked-out").replace(REFUND, ">PT1M<", ">${'PT0S'}<"),
                harmful("A fixed day", "timer-fixed-date")
                        .replace(FOLLOW_UP, "${followUps.dueAfter(caseNumber, 'P5D')}", "2027-01-01T00:00:00Z"),
                harmful("An unanswered question waits for ever", "wait-without-clock")
                        .drop(ASK, "boundaryEvent", "event_patienceOver")
                        .drop(ASK, "sequenceFlow", "flow_patienceOver_noteSilence")
                        .drop(ASK, "sequenceFlow", "flow_noteSilence_customerSilent")
                        .drop(ASK, "serviceTask", "serviceTask_noteSilence")
                        .drop(ASK, "endEvent", "endEvent_customerSilent"),
                harmful("A clock breaks in on a refund", "interrupts-money")
                        .before(MAIN, "<bpmn:userTask id=\"userTask_arrangeByHand\"", """
                        <bpmn:boundaryEvent id="event_tooSlow" attachedToRef="callActivity_refund"><bpmn:timerEventDefinition id="t_slow"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1M</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
                        <bpmn:sequenceFlow id="f_slow" sourceRef="event_tooSlow" targetRef="gateway_allMadeGood" />
                        """),
                harmful("A refund without save points", "save-point-before")
                        .replace(
                                REFUND,
                                "name=\"Refund payment\" camunda:asyncBefore=\"true\"",
                                "name=\"Refund payment\""),
                harmful("A letter without a save point", "save-point-after")
                        .replace(
                                MAIN,
                                "name=\"Explain decision\" camunda:asyncBefore=\"true\" camunda:asyncAfter=\"true\"",
                                "name=\"Explain decision\" camunda:asyncBefore=\"true\""),
                harmful("Nobody catches a refused refund", "error-uncaught")
                        .replace(REFUND, "errorCode=\"refundRefused\"", "errorCode=\"refundRejected\""),
                harmful("Rules close a case without an answer", "no-answer-without-person")
                        .replace(
                                MAIN,
                                "sourceRef=\"gateway_evidenceConclusive\" targetRef=\"businessRuleTask_decideRemedy\"",
                                "sourceRef=\"gateway_evidenceConclusive\" targetRef=\"serviceTask_closeWithoutAnswer\""),
                harmful("Nothing waits for the goods that come back", "step-last")
                        .drop("goods-return.bpmn", "sequenceFlow", "flow_tellWayBack_awaitGoods"),
                harmful("One of two words has a slip", "word-never-said")
                        .replace(
                                "goods-return.bpmn",
                                "== 'deduct' &amp;&amp; !approvalNeeded",
                                "== 'deducted' &amp;&amp; !approvalNeeded"),
                harmful("A refund without the step that pays", "purpose-missing")
                        .replace(REFUND, "#{refundPayment}", "#{watchRefunds}"),
                harmful("A step becomes an empty one", "step-emptied")
                        .drop("goods-return.bpmn", "serviceTask", "serviceTask_tellWayBack")
                        .before(
                                "goods-return.bpmn",
                                "<bpmn:sequenceFlow id=\"flow_arrangeWayBack_tellWayBack\"",
                                "<bpmn:task id=\"serviceTask_tellWayBack\" name=\"Tell way back\" />"),
                harmful("Nothing waits for what a person arranged to come back", "step-last")
                        .drop("goods-return.bpmn", "sequenceFlow", "flow_arrangeReturnByHand_awaitGoods"),
                harmful("A parcel is looked for and nothing follows", "purpose-missing")
                        .replace("parcel-watch.bpmn", "calledElement=\"refund\"", "calledElement=\"replacement\""),
                harmful("A choice of the form has no way any more", "choice-without-way")
                        .drop("complaint-resolution.bpmn", "sequenceFlow", "flow_verdict_askCustomer"),
                harmful("Nobody closes", "purpose-missing").replace(MAIN, "#{closeComplaint}", "#{reopenComplaint}"),
                harmful("Nobody arranges by hand what nothing else can do", "purpose-missing")
                        .replace(MAIN, "formRef=\"resolveByHand\"", "formRef=\"adviseHandler\"")
                        .replace(MAIN, "#{resolveByHand}", "#{adviseHandler}"),
                harmful("Nobody arranges how goods come back", "purpose-missing")
                        .replace(MAIN, "#{arrangeReturn}", "#{gatherEvidence}"),
                harmful("A wait of three years", "timer-too-long").replace(REFUND, ">PT1M<", ">P3Y<"),
                harmful("A task that nobody does", "step-empty")
                        .replace(
                                REFUND,
                                "<bpmn:serviceTask id=\"serviceTask_watchRefunds\" name=\"Watch refunds\" camunda:delegateExpression=\"#{watchRefunds}\">",
                                "<bpmn:task id=\"serviceTask_watchRefunds\" name=\"Watch refunds\" camunda:delegateExpression=\"#{watchRefunds}\">")
                        .replace(
                                REFUND,
                                "</bpmn:serviceTask>\n    <bpmn:endEvent id=\"endEvent_refunded\"",
                                "</bpmn:task>\n    <bpmn:endEvent id=\"endEvent_refunded\""),
                harmful("The ladder of a message takes it from who reads it", "overdue-interrupts")
                        .replace(
                                "read-message.bpmn", "name=\"Rung due\" isInterrupting=\"false\"", "name=\"Rung due\""),
                harmful("A flow out of a subprocess", "flow-across")
                        .replace(
                                MAIN,
                                "sourceRef=\"serviceTask_closeWithoutAnswer\" targetRef=\"endEvent_noAnswerOwed\"",
                                "sourceRef=\"serviceTask_closeWithoutAnswer\" targetRef=\"endEvent_complaintClosed\""),
                harmful("A step hangs in the air", "step-unreachable")
                        .drop(MAIN, "sequenceFlow", "flow_adviseHandler_verifyComplaint")
                        .drop(MAIN, "sequenceFlow", "flow_verdict_adviseHandler"),
                harmful("A case goes on without its number", "process-caseless")
                        .replace(MAIN, "<camunda:in source=\"caseNumber\" target=\"caseNumber\" />", ""),
                harmful("The follow-up’s answer is thrown away", "variable-unset")
                        .replace(MAIN, "<camunda:out source=\"followUpResult\" target=\"followUpResult\" />", ""),
                harmful("A script", "script-task")
                        .replace(
                                MAIN,
                                "<bpmn:endEvent id=\"endEvent_ladderClimbed\" name=\"Ladder climbed to the top\">",
                                "<bpmn:scriptTask id=\"x\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask><bpmn:endEvent id=\"endEvent_ladderClimbed\" name=\"Ladder climbed to the top\">"),
                harmful("A text that is no diagram", "file-unreadable").add("broken.bpmn", "<definitions"),
                harmful("A document type", "file-unreadable")
                        .add("dtd.bpmn", "<!DOCTYPE x [<!ENTITY y \"z\">]><x>&y;</x>"),
                harmful("A picture", "file-kind").add("picture.png", "x"),
                harmful("A diagram without a process", "file-empty")
                        .add(
                                "empty.bpmn",
                                "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"x\" />"),
                harmful("A process that is not executable", "not-executable")
                        .replace(FOLLOW_UP, "isExecutable=\"true\"", "isExecutable=\"false\""),
                harmful("Two files define the same process", "file-key-twice")
                        .replace(FOLLOW_UP, "'P5D'", "'P6D'")
                        .add("other.bpmn", OfflineLint.once().shipped(FOLLOW_UP).text()));
    }

    private static String process(String id, String body) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">%s</process>
                </definitions>""".formatted(id, body);
    }
}
