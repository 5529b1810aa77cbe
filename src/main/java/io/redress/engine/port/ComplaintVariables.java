package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.input.RefusedInput;
import io.redress.engine.command.TaskTaken;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The process variables, each defined once, with its type. Models name them by the same words; delegates, listeners and
 * tests use them through this class.
 */
public final class ComplaintVariables {

    public static final Variable<String> CASE_NUMBER = new Variable<>("caseNumber", String.class);

    /** The round of the case, 1 until it was reopened. */
    public static final Variable<Integer> ROUND = new Variable<>("round", Integer.class);

    /** Whether evidence alone decides the case. */
    public static final Variable<Boolean> CONCLUSIVE = new Variable<>("conclusive", Boolean.class);

    /** The group whose members handle the case. */
    public static final Variable<String> TEAM = new Variable<>("team", String.class);

    /** What the handler found, a word of {@code Verdict}. */
    public static final Variable<String> VERDICT = new Variable<>("verdict", String.class);

    /** Whether a task's form brings a contact that nobody says to be the order's customer's; the task's own. */
    public static final Variable<Boolean> CONTACT_UNCONFIRMED = new Variable<>("contactUnconfirmed", Boolean.class);

    /** The groups that are asked for advice; a person who is asked is given the task besides. */
    public static final Variable<String> ADVISER_GROUPS = new Variable<>("adviserGroups", String.class);

    /** The login of the person who is asked for advice; not set where a group is. */
    public static final Variable<String> ASKED_ADVISER = new Variable<>("askedAdviser", String.class);

    /** How the complaint is judged, a word of {@code Outcome}. */
    public static final Variable<String> OUTCOME = new Variable<>("outcome", String.class);

    public static final Variable<Boolean> APPROVAL_NEEDED = new Variable<>("approvalNeeded", Boolean.class);

    /** The group that may approve. */
    public static final Variable<String> APPROVER_GROUP = new Variable<>("approverGroup", String.class);

    /** What the approver said: {@code approve} or {@code refuse}. */
    public static final Variable<String> APPROVAL = new Variable<>("approval", String.class);

    public static final Variable<Boolean> REFUND_DUE = new Variable<>("refundDue", Boolean.class);
    public static final Variable<Boolean> REPLACEMENT_DUE = new Variable<>("replacementDue", Boolean.class);
    public static final Variable<Boolean> BY_HAND_DUE = new Variable<>("byHandDue", Boolean.class);
    public static final Variable<Boolean> REFUND_INSTEAD_DUE = new Variable<>("refundInsteadDue", Boolean.class);
    public static final Variable<Boolean> GOODWILL_DUE = new Variable<>("goodwillDue", Boolean.class);

    /** How far the refunds are, a word of {@code Step}. */
    public static final Variable<String> REFUND_STEP = new Variable<>("refundStep", String.class);

    /** How far the replacements are, a word of {@code Step}. */
    public static final Variable<String> REPLACEMENT_STEP = new Variable<>("replacementStep", String.class);

    /** How far goodwill is, a word of {@code Step}. */
    public static final Variable<String> GOODWILL_STEP = new Variable<>("goodwillStep", String.class);

    /** Why every attempt at a remedy broke down, while a person has to look after it. */
    public static final Variable<String> STUCK_BECAUSE = new Variable<>("stuckBecause", String.class);

    /** What became of refunds that were settled: {@code watch}, {@code certain} or {@code failed}. */
    public static final Variable<String> REFUND_WATCH_RESULT = new Variable<>("refundWatchResult", String.class);

    /** How content the customer is: {@code satisfied}, {@code unhappy} or {@code silent}. */
    public static final Variable<String> FOLLOW_UP_RESULT = new Variable<>("followUpResult", String.class);

    /** The parcel that is watched: the id of its remedy. */
    public static final Variable<String> PARCEL_ID = new Variable<>("parcelId", String.class);

    /** The tracking code of that parcel; what a carrier tells is matched by it. */
    public static final Variable<String> PARCEL_CODE = new Variable<>("parcelCode", String.class);

    /** The state of a watched parcel: {@code watch}, {@code trouble} or {@code over}. */
    public static final Variable<String> PARCEL_STATE = new Variable<>("parcelState", String.class);

    /**
     * What a person did about a parcel in trouble: {@code found}, {@code order_again}, {@code refund},
     * {@code done_otherwise}.
     */
    public static final Variable<String> PARCEL_CHOICE = new Variable<>("parcelChoice", String.class);

    /** Whether goods come back to us, whatever for. */
    public static final Variable<Boolean> RETURN_DUE = new Variable<>("returnDue", Boolean.class);

    /** The return that a process is about, an id of our own. */
    public static final Variable<String> RETURN_ID = new Variable<>("returnId", String.class);

    /** The state of goods that are awaited, a word of {@code GoodsReturns.State}. */
    public static final Variable<String> RETURN_STATE = new Variable<>("returnState", String.class);

    /** Whether a refund waited for the goods of a return, and is to be paid now that they are here. */
    public static final Variable<Boolean> REFUND_WAITS = new Variable<>("refundWaits", Boolean.class);

    /** What a person decided about a return: {@code wait}, {@code close}, {@code pay} or {@code deduct}. */
    public static final Variable<String> RETURN_CHOICE = new Variable<>("returnChoice", String.class);

    /** Whether the carrier has said what becomes of an unused label. */
    public static final Variable<Boolean> LABEL_SETTLED = new Variable<>("labelSettled", Boolean.class);

    public static final Variable<Boolean> ANOTHER_RUNG = new Variable<>("anotherRung", Boolean.class);

    /** Whether the customer still waits for what this round of the case comes to. */
    public static final Variable<Boolean> ANSWER_OWED = new Variable<>("answerOwed", Boolean.class);

    /** The message that a person tells the customer, an id of our own. */
    public static final Variable<String> MESSAGE_ID = new Variable<>("messageId", String.class);

    /** What a person did about a message that came after the end: {@code reopen}, {@code answer} or {@code leave}. */
    public static final Variable<String> READING = new Variable<>("reading", String.class);

    /** How many messages the form showed to who reads them; not set before it was opened. */
    public static final Variable<Integer> MESSAGES_TO_READ = new Variable<>("messagesToRead", Integer.class);

    /** Whether what came after the end says thanks and nothing else. */
    public static final Variable<Boolean> ONLY_THANKS = new Variable<>("onlyThanks", Boolean.class);

    /** The dispute that a person answers, the payment provider's id. */
    public static final Variable<String> DISPUTE_ID = new Variable<>("disputeId", String.class);

    /** Whether a person has answered the dispute. */
    public static final Variable<Boolean> DISPUTE_ANSWERED = new Variable<>("disputeAnswered", Boolean.class);

    /** Whether a dispute is not decided yet. */
    public static final Variable<Boolean> DISPUTE_OPEN = new Variable<>("disputeOpen", Boolean.class);

    /** The absence that a process waits for, an id of our own. */
    public static final Variable<Long> DEPUTYSHIP_ID = new Variable<>("deputyshipId", Long.class);

    /** Who stands in for somebody who is away. */
    public static final Variable<String> DEPUTY = new Variable<>("deputy", String.class);

    /** The first instant of an absence. */
    public static final Variable<Date> ABSENT_FROM = new Variable<>("absentFrom", Date.class);

    /** The first instant at which an absence is over. */
    public static final Variable<Date> ABSENT_UNTIL = new Variable<>("absentUntil", Date.class);

    private static final List<Variable<?>> ALL = Arrays.stream(ComplaintVariables.class.getFields())
            .filter(field -> field.getType() == Variable.class)
            .<Variable<?>>map(ComplaintVariables::value)
            .toList();

    private ComplaintVariables() {}

    /** All of them. */
    public static Stream<Variable<?>> all() {
        return ALL.stream();
    }

    private static Variable<?> value(Field field) {
        try {
            return (Variable<?>) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The case that a process or a task is about: the one it was started for, whatever its variables have been made to
     * say.
     *
     * @throws RefusedInput where somebody else completes the task at this very moment, which leaves nothing of it
     */
    public static CaseNumber caseNumber(VariableScope scope) {
        if (scope instanceof DelegateTask && CASE_NUMBER.find(scope).isEmpty()) {
            throw TaskTaken.gone();
        }
        return new CaseNumber(startedFor(scope).orElseGet(() -> CASE_NUMBER.get(scope)));
    }

    private static Optional<String> startedFor(VariableScope scope) {
        DelegateExecution execution = scope instanceof DelegateTask task ? task.getExecution() : null;
        if (scope instanceof DelegateExecution itself) {
            execution = itself;
        }
        return Optional.ofNullable(execution)
                .map(DelegateExecution::getProcessBusinessKey)
                .filter(key -> !key.isBlank());
    }

    /** The groups whose members may approve what a task asks, of which the authority table names one or more. */
    public static Set<String> approverGroups(VariableScope task) {
        return Set.of(APPROVER_GROUP.get(task).split(","));
    }

    /** The name and the type of a process variable. */
    public record Variable<T>(String name, Class<T> type) {

        /** @throws IllegalStateException where it is not set */
        public T get(VariableScope scope) {
            return find(scope)
                    .orElseThrow(() -> new IllegalStateException("The process variable " + name + " is not set"));
        }

        public Optional<T> find(VariableScope scope) {
            return Optional.ofNullable(type.cast(scope.getVariable(name)));
        }

        /** The same for variables that were read already. */
        public Optional<T> find(Map<String, Object> variables) {
            return Optional.ofNullable(type.cast(variables.get(name)));
        }

        public void set(VariableScope scope, T value) {
            scope.setVariable(name, value);
        }
    }
}
