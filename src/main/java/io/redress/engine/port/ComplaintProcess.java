package io.redress.engine.port;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The complaint's process in the engine, spoken to in the words of the domain. */
@Component
public class ComplaintProcess {

    /** The id of the main process. */
    public static final String KEY = "complaintResolution";

    private static final String DISPUTE = "dispute";
    private static final String READ_MESSAGE = "readMessage";

    private static final String CUSTOMER_REPLIED = "redress.customerReplied";
    private static final String CUSTOMER_WROTE = "redress.customerWrote";
    private static final String WITHDRAWN = "redress.withdrawn";
    private static final String FOLLOW_UP_ANSWERED = "redress.followUpAnswered";
    private static final String GOODS_MOVED = "redress.goodsMoved";
    private static final String PARCEL_MOVED = "redress.parcelMoved";
    private static final String RELEASED = "redress.released";
    private static final String DISPUTE_ENDED = "redress.disputeEnded";

    private static final Logger LOG = LoggerFactory.getLogger(ComplaintProcess.class);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EarlierTimers timers;
    private final MainProcesses mainProcesses;

    ComplaintProcess(RuntimeService runtime, TaskService tasks, EarlierTimers timers, MainProcesses mainProcesses) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.timers = timers;
        this.mainProcesses = mainProcesses;
    }

    /** Starts the process of a case whose file is open already. */
    public void start(Complaint complaint) {
        startMain(complaint);
    }

    /**
     * Resolves a case once more under the number that it has, from the beginning of its resolution on: it is registered
     * already. The main line of an earlier process of the case ends, wherever it stands. What stands beside that, such as a
     * ladder or a reply that is being written, goes on; what the customer writes from now on goes to the new one alone.
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

    /** Tells that the customer answered an open question. @return whether anything waited for it */
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
        return correlate(runtime.createMessageCorrelation(CUSTOMER_WROTE)
                .processInstanceBusinessKey(complaint.number().value())
                .processInstanceVariableEquals(ComplaintVariables.ROUND.name(), complaint.round()));
    }

    /**
     * Tells that the customer takes the complaint back, and that nothing is on its way that has to be waited for. Where no
     * step of the case waits for it, because it stands elsewhere, fails for good or is gone, the case ends all the same.
     */
    public void withdraw(CaseNumber caseNumber) {
        if (!correlate(caseNumber, WITHDRAWN, Map.of())) {
            mainProcesses.endMainLine(caseNumber);
            startBeside(caseNumber, "withdrawal", Map.of());
        }
    }

    /** Tells how content the customer is; {@code result} as in {@link ComplaintVariables#FOLLOW_UP_RESULT}. */
    public boolean followUpAnswered(CaseNumber caseNumber, String result) {
        return correlate(caseNumber, FOLLOW_UP_ANSWERED, Map.of(ComplaintVariables.FOLLOW_UP_RESULT.name(), result));
    }

    /**
     * Lets go on what the stop switch held, each case by itself. One that moves at this very moment does not wait any more;
     * one that is not reached looks again by its own timer.
     */
    public void released() {
        runtime.createEventSubscriptionQuery().eventType("signal").eventName(RELEASED).list().stream()
                .map(EventSubscription::getExecutionId)
                .filter(Objects::nonNull)
                .forEach(this::release);
    }

    private void release(String execution) {
        try {
            runtime.signalEventReceived(RELEASED, execution);
        } catch (ProcessEngineException movedOn) {
            LOG.debug("A case that waited for the stop switch has moved on: {}", movedOn.getMessage());
        }
    }

    /** Gives a person the task to tell the customer a message, since there is no other way to reach them. */
    public void tellCustomer(CaseNumber caseNumber, String messageId) {
        startBeside(caseNumber, "tellCustomer", Map.of(ComplaintVariables.MESSAGE_ID.name(), messageId));
    }

    /** Takes the task to tell the customer a message from whoever has it, because it is told in another way. */
    public void tellingIsOver(CaseNumber caseNumber, String messageId) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("tellCustomer")
                .processInstanceBusinessKey(caseNumber.value())
                .variableValueEquals(ComplaintVariables.MESSAGE_ID.name(), messageId)
                .list()
                .forEach(telling ->
                        runtime.deleteProcessInstance(telling.getId(), "The customer can be written to after all"));
    }

    /** Sends a message that was written down, as often as it takes. */
    public void sendMessage(CaseNumber caseNumber, String messageId) {
        startBeside(caseNumber, "sendMessage", Map.of(ComplaintVariables.MESSAGE_ID.name(), messageId));
    }

    /**
     * Gives a person the task to read what the customer wrote when nothing waited for it any more. Who has that task of the
     * case already reads this too. The caller keeps others who write to the case waiting until its transaction ends.
     *
     * @param onlyThanks whether it asks nothing, so that the task is done with one click
     */
    public void readMessage(CaseNumber caseNumber, boolean onlyThanks) {
        Optional<String> open = runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber.value(), READ_MESSAGE)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .filter(instance -> runtime.getVariable(instance, ComplaintVariables.READING.name()) == null)
                .findFirst();
        if (open.isEmpty()) {
            startBeside(caseNumber, READ_MESSAGE, Map.of(ComplaintVariables.ONLY_THANKS.name(), onlyThanks));
        } else if (!onlyThanks) {
            runtime.setVariable(open.get(), ComplaintVariables.ONLY_THANKS.name(), false);
            tasks.createTaskQuery()
                    .processInstanceId(open.get())
                    .list()
                    .forEach(task -> takeBackOneClick(task.getId()));
        }
    }

    /** The answer that is there already where the customer only thanks. */
    private void takeBackOneClick(String task) {
        tasks.removeVariablesLocal(task, List.of(ComplaintVariables.READING.name(), "reason"));
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
        correlate(runtime.createMessageCorrelation(PARCEL_MOVED)
                .processInstanceVariableEquals(ComplaintVariables.PARCEL_CODE.name(), trackingCode));
    }

    /** Has refunds that wait ask the provider now instead of at their next time, because there is news. */
    public void refundsGoOn(CaseNumber caseNumber) {
        timers.fireNow(caseNumber, "refund", "event_askProviderAgain", "event_lookAgain", "serviceTask_refundPayment");
    }

    /** Has settled refunds checked now, also where nobody watches them any more. */
    public void checkRefunds(CaseNumber caseNumber) {
        boolean watched = runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber.value(), "refundWatch")
                        .activityIdIn("event_checkDue")
                        .count()
                > 0;
        if (!watched) {
            watchRefunds(caseNumber);
        }
        timers.fireNow(caseNumber, "refundWatch", "event_checkDue");
    }

    /** Gives a person the task to answer the bank that takes a payment back, unless somebody has it already. */
    public void disputeOpened(CaseNumber caseNumber, String disputeId) {
        if (disputes(caseNumber, disputeId).count() == answered(caseNumber, disputeId)) {
            startBeside(caseNumber, DISPUTE, Map.of(ComplaintVariables.DISPUTE_ID.name(), disputeId));
        }
    }

    private long answered(CaseNumber caseNumber, String disputeId) {
        return disputes(caseNumber, disputeId)
                .variableValueEquals(ComplaintVariables.DISPUTE_ANSWERED.name(), true)
                .count();
    }

    private ProcessInstanceQuery disputes(CaseNumber caseNumber, String disputeId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber.value(), DISPUTE)
                .variableValueEquals(ComplaintVariables.DISPUTE_ID.name(), disputeId);
    }

    /** Tells that a dispute is decided, so that nobody has to answer it any more. */
    public void disputeEnded(CaseNumber caseNumber, String disputeId) {
        correlate(runtime.createMessageCorrelation(DISPUTE_ENDED)
                .processInstanceBusinessKey(caseNumber.value())
                .processInstanceVariableEquals(ComplaintVariables.DISPUTE_ID.name(), disputeId));
    }

    /** Brings goods of a case back to us. @param returnId an id of our own */
    public void returnGoods(CaseNumber caseNumber, String returnId) {
        startBeside(caseNumber, "goodsReturn", Map.of(ComplaintVariables.RETURN_ID.name(), returnId));
    }

    /** Tells whoever awaits goods that something is new about them. */
    public void goodsMoved(String returnId) {
        correlate(runtime.createMessageCorrelation(GOODS_MOVED)
                .processInstanceVariableEquals(ComplaintVariables.RETURN_ID.name(), returnId));
    }

    private void startBeside(CaseNumber caseNumber, String processKey, Map<String, Object> variables) {
        runtime.createProcessInstanceByKey(processKey)
                .businessKey(caseNumber.value())
                .setVariable(ComplaintVariables.CASE_NUMBER.name(), caseNumber.value())
                .setVariables(variables)
                .execute();
    }

    private boolean correlate(CaseNumber caseNumber, String message, Map<String, Object> variables) {
        return correlate(runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(caseNumber.value())
                .setVariables(variables));
    }

    private static boolean correlate(MessageCorrelationBuilder message) {
        return !message.correlateAllWithResult().isEmpty();
    }
}
