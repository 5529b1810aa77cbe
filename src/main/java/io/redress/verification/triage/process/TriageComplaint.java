package io.redress.verification.triage.process;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Danger;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.table.Decides;
import io.redress.engine.table.DecisionStep;
import io.redress.outside.order.Order;
import io.redress.people.visibility.Shields;
import io.redress.verification.evidence.EarlierRemedies;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.gathering.Verification;
import io.redress.verification.triage.Triage;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The step <i>Triage complaint</i>: gives the triage table the facts, and the case file its answer. */
@Component
@StepContract(writes = {@Writes("conclusive"), @Writes("team"), @Writes("round")})
@Decides("triage")
class TriageComplaint extends DecisionStep {

    private static final String OWED = "owed";
    private static final String CERTAIN = "certain";

    private final Complaints complaints;
    private final Verification verification;
    private final Triage triage;
    private final EarlierRemedies earlierRemedies;
    private final Shields shields;

    TriageComplaint(
            Complaints complaints,
            Verification verification,
            Triage triage,
            EarlierRemedies earlierRemedies,
            Shields shields) {
        this.complaints = complaints;
        this.verification = verification;
        this.triage = triage;
        this.earlierRemedies = earlierRemedies;
        this.shields = shields;
    }

    @Override
    protected Map<String, Object> facts(DelegateExecution execution) {
        return facts(ComplaintVariables.caseNumber(execution));
    }

    /** What the table is told of a case whose evidence is gathered. */
    Map<String, Object> facts(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        Evidence evidence = verification.evidence(caseNumber).orElseThrow();
        Map<String, Object> facts = new HashMap<>();
        facts.put("claim", complaint.claim() == null ? "" : EnumWords.word(complaint.claim()));
        facts.put("parcelState", EnumWords.word(evidence.parcelState()));
        facts.put("wrongCharges", evidence.clearCharges());
        facts.put("earlierFailures", evidence.earlierFailures());
        facts.put("identityConfirmed", evidence.identityConfirmed());
        facts.put("orderFound", evidence.orderFound());
        facts.put("ordinaryPurchase", evidence.ordinaryPurchase());
        facts.put("earlierNotReceived", evidence.earlierNotReceived());
        facts.put("disputed", evidence.disputed());
        facts.put("evidenceComplete", evidence.complete());
        facts.put("imported", complaint.isImported());
        facts.put("priorityBefore", complaint.priority());
        facts.put("teamBefore", complaint.team());
        facts.put("alreadyMadeGood", evidence.alreadyMadeGood());
        facts.put(OWED, owed(complaint, evidence));
        facts.put("reopened", complaint.round() > 1);
        facts.put("danger", EnumWords.word(complaint.danger()));
        facts.put("aboutStaff", shields.aboutStaff(caseNumber));
        facts.put("language", complaint.customer().language().getLanguage());
        facts.put("channel", EnumWords.word(complaint.channel()));
        order(evidence.order(), facts);
        return facts;
    }

    @Override
    protected void decided(DelegateExecution execution, Map<String, Object> answer) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        // What the table was told counts: between two looks another case may be decided.
        boolean conclusive = Boolean.TRUE.equals(answer.get("conclusive"))
                && mayDecide(complaints.get(caseNumber), (String) execution.getVariableLocal(OWED));
        Complaint complaint = triage.record(
                caseNumber,
                (String) answer.get("severity"),
                ((Number) answer.get("priority")).intValue(),
                (String) answer.get("team"),
                conclusive,
                (String) answer.get("basis"),
                (String) answer.get("reason"));
        ComplaintVariables.CONCLUSIVE.set(execution, conclusive);
        ComplaintVariables.TEAM.set(execution, complaint.team());
        ComplaintVariables.ROUND.set(execution, complaint.round());
    }

    /**
     * The facts of the order that a table may ask; an empty text or {@code null} for what is not known.
     *
     * @param order {@code null} where none was found
     */
    private static void order(Order order, Map<String, Object> facts) {
        boolean delivered = order != null && order.deliveryAddress() != null;
        facts.put("country", delivered ? order.deliveryAddress().country() : "");
        facts.put("salesChannel", order == null ? "" : EnumWords.word(order.salesChannel()));
        facts.put("amount", order == null ? null : order.total().getAmount());
    }

    private String owed(Complaint complaint, Evidence evidence) {
        return evidence.orderFound() ? earlierRemedies.owed(complaint, evidence).certainty() : CERTAIN;
    }

    /**
     * Also where a manager's own table, older than imports, danger or the sum of what is owed, lets evidence decide.
     */
    private static boolean mayDecide(Complaint complaint, String owed) {
        return !complaint.isImported()
                && complaint.danger() == Danger.NONE
                && (complaint.claim() == Claim.BILLED_TWICE || CERTAIN.equals(owed));
    }
}
