package io.redress.engine.port;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The main process of a complaint, {@code complaintResolution}, in the words of the domain. */
@Component
public class ComplaintProcess implements SentMessages {

    /** The id of the main process. */
    public static final String KEY = "complaintResolution";

    private static final String CUSTOMER_REPLIED = "redress.customerReplied";
    private static final String CUSTOMER_WROTE = "redress.customerWrote";
    private static final String WITHDRAWN = "redress.withdrawn";
    private static final String FOLLOW_UP_ANSWERED = "redress.followUpAnswered";

    private final RuntimeService runtime;
    private final SideProcesses beside;
    private final MainProcesses mainProcesses;

    ComplaintProcess(RuntimeService runtime, SideProcesses beside, MainProcesses mainProcesses) {
        this.runtime = runtime;
        this.beside = beside;
        this.mainProcesses = mainProcesses;
    }

    /** Starts the process of a case whose file is open already. */
    public void start(Complaint complaint) {
        startMain(complaint);
    }

    /**
     * Resolves a case once more under the number that it has, from the beginning of its resolution on: it is registered
     * already. The main line of an earlier process of the case ends, wherever it stands. What stands beside that, such
     * as a ladder or a reply that is being written, goes on; what the customer writes from now on goes to the new one
     * alone.
     *
     * @param complaint open, and where it had ended in the round that begins with this
     */
    public void resolveAnew(Complaint complaint) {
        mainProcesses.endMainLine(complaint.number());
        startMain(complaint);
    }

    private void startMain(Complaint complaint) {
        String caseNumber = complaint.number().value();
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(caseNumber)
                .setVariable(ComplaintVariables.CASE_NUMBER.name(), caseNumber)
                .execute();
    }

    /** Tells the process that the customer answered an open question. @return whether anything waited for it */
    public boolean customerReplied(CaseNumber caseNumber) {
        return correlate(caseNumber, CUSTOMER_REPLIED, Map.of());
    }

    /** Whether the customer is being asked something, also where the process does not wait for the answer yet. */
    public boolean isAsking(CaseNumber caseNumber) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber.value(), "askCustomer")
                        .count()
                > 0;
    }

    /** Tells the process of the case's present round that the customer wrote unasked. @return whether it is there */
    public boolean customerWrote(Complaint complaint) {
        return SideProcesses.correlate(runtime.createMessageCorrelation(CUSTOMER_WROTE)
                .processInstanceBusinessKey(complaint.number().value())
                .processInstanceVariableEquals(ComplaintVariables.ROUND.name(), complaint.round()));
    }

    /**
     * Tells that the customer takes the complaint back, and that nothing is on its way that has to be waited for. Where
     * no step of the case waits for it, because it stands elsewhere, fails for good or is gone, the case ends all the
     * same.
     */
    public void withdraw(CaseNumber caseNumber) {
        if (!correlate(caseNumber, WITHDRAWN, Map.of())) {
            mainProcesses.endMainLine(caseNumber);
            beside.start(caseNumber, "withdrawal", Map.of());
        }
    }

    /** Tells how content the customer is; {@code result} as in {@link ComplaintVariables#FOLLOW_UP_RESULT}. */
    public boolean followUpAnswered(CaseNumber caseNumber, String result) {
        return correlate(caseNumber, FOLLOW_UP_ANSWERED, Map.of(ComplaintVariables.FOLLOW_UP_RESULT.name(), result));
    }

    private boolean correlate(CaseNumber caseNumber, String message, Map<String, Object> variables) {
        return SideProcesses.correlate(runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(caseNumber.value())
                .setVariables(variables));
    }

    @Override
    public Set<String> messages() {
        return Set.of(CUSTOMER_REPLIED, CUSTOMER_WROTE, WITHDRAWN, FOLLOW_UP_ANSWERED);
    }
}
