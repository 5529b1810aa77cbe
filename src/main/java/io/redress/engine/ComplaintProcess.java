package io.redress.engine;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The complaint's process in the engine, spoken to in the words of the domain. */
@Component
public class ComplaintProcess {

    /** The id of the main process. */
    public static final String KEY = "complaintResolution";

    private static final String CUSTOMER_REPLIED = "redress.customerReplied";
    private static final String CUSTOMER_WROTE = "redress.customerWrote";
    private static final String WITHDRAWN = "redress.withdrawn";
    private static final String FOLLOW_UP_ANSWERED = "redress.followUpAnswered";
    private static final String PARCEL_MOVED = "redress.parcelMoved";
    private static final String RELEASED = "redress.released";

    private final RuntimeService runtime;

    ComplaintProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Starts the process of a case whose file is open already. */
    public void start(Complaint complaint) {
        String caseNumber = complaint.number().value();
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(caseNumber)
                .setVariable(ComplaintVariables.CASE_NUMBER.name(), caseNumber)
                .execute();
    }

    /** Tells that the customer answered an open question. @return whether anything waited for it */
    public boolean customerReplied(CaseNumber caseNumber) {
        return correlate(caseNumber, CUSTOMER_REPLIED, Map.of());
    }

    /** Tells that the customer wrote unasked. @return whether anything waited for it */
    public boolean customerWrote(CaseNumber caseNumber) {
        return correlate(caseNumber, CUSTOMER_WROTE, Map.of());
    }

    /** Tells that the customer takes the complaint back. @return whether anything waited for it */
    public boolean withdraw(CaseNumber caseNumber) {
        return correlate(caseNumber, WITHDRAWN, Map.of());
    }

    /** Tells how content the customer is; {@code result} as in {@link ComplaintVariables#FOLLOW_UP_RESULT}. */
    public boolean followUpAnswered(CaseNumber caseNumber, String result) {
        return correlate(caseNumber, FOLLOW_UP_ANSWERED, Map.of(ComplaintVariables.FOLLOW_UP_RESULT.name(), result));
    }

    /** Lets go on what the stop switch held. */
    public void released() {
        runtime.createSignalEvent(RELEASED).send();
    }

    /** Gives a person the task to tell the customer a message, since there is no other way to reach them. */
    public void tellCustomer(CaseNumber caseNumber, String messageId) {
        startBeside(caseNumber, "tellCustomer", Map.of(ComplaintVariables.MESSAGE_ID.name(), messageId));
    }

    /** Watches the refunds of a case until they are certain. */
    public void watchRefunds(CaseNumber caseNumber) {
        startBeside(caseNumber, "refundWatch", Map.of());
    }

    /** Watches a replacement's parcel until it is delivered. @param parcelId the id of its remedy */
    public void watchParcel(CaseNumber caseNumber, String parcelId, String trackingCode) {
        startBeside(
                caseNumber,
                "parcelWatch",
                Map.of(
                        ComplaintVariables.PARCEL_ID.name(), parcelId,
                        ComplaintVariables.PARCEL_CODE.name(), trackingCode));
    }

    /** Tells whoever watches a parcel that its carrier has news. */
    public void parcelMoved(String trackingCode) {
        translated(() -> runtime.createMessageCorrelation(PARCEL_MOVED)
                .processInstanceVariableEquals(ComplaintVariables.PARCEL_CODE.name(), trackingCode)
                .correlateAllWithResult());
    }

    private void startBeside(CaseNumber caseNumber, String processKey, Map<String, Object> variables) {
        runtime.createProcessInstanceByKey(processKey)
                .businessKey(caseNumber.value())
                .setVariable(ComplaintVariables.CASE_NUMBER.name(), caseNumber.value())
                .setVariables(variables)
                .execute();
    }

    private boolean correlate(CaseNumber caseNumber, String message, Map<String, Object> variables) {
        return !translated(() -> runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(caseNumber.value())
                        .setVariables(variables)
                        .correlateAllWithResult())
                .isEmpty();
    }

    private static <T> T translated(Supplier<T> command) {
        try {
            return command.get();
        } catch (OptimisticLockingException conflict) {
            // In the words of Spring, so that the doors can try again without knowing the engine.
            throw new ConcurrencyFailureException("The case moved on at the same moment", conflict);
        }
    }
}
