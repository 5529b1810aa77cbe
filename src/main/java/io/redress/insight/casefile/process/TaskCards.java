package io.redress.insight.casefile.process;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Danger;
import io.redress.core.text.EnumWords;
import io.redress.core.text.TextDirection;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.task.FormKeys;
import io.redress.insight.casefile.CaseFile;
import io.redress.insight.casefile.CaseFiles;
import io.redress.insight.casefile.TaskValue;
import io.redress.insight.casefile.VerificationPart.Affected;
import io.redress.remedy.dispute.Disputes;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.CustomerHours;
import io.redress.time.clock.Deadlines;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** The card of a task: what it carries of its case, for Tasklist to show on the card and in the form. */
@Component
class TaskCards {

    /** The variable that a form reads; a task without it shows no case. */
    static final String CASE_FILE = "caseFile";

    /**
     * What a card says of people in danger; a task of a case without any has none, so that its card does not either.
     */
    static final String DANGER = "danger";

    /** What a card says of a case whose clocks all wait for the customer; the task of any other has none. */
    static final String WAITING_FOR = "waitingFor";

    private final CaseFiles caseFiles;
    private final TaskValue taskValue;
    private final Deadlines deadlines;
    private final CustomerHours customerHours;
    private final TaskBriefing briefing;
    private final ObjectMapper json;

    TaskCards(
            CaseFiles caseFiles,
            TaskValue taskValue,
            Deadlines deadlines,
            CustomerHours customerHours,
            TaskBriefing briefing,
            ObjectMapper json) {
        this.customerHours = customerHours;
        this.caseFiles = caseFiles;
        this.taskValue = taskValue;
        this.deadlines = deadlines;
        this.briefing = briefing;
        this.json = json.copy().registerModule(new SimpleModule().addSerializer(String.class, new ContainedText()));
    }

    /** Handlers may read what belongs to a task, not the variables of its process: the task needs its own copies. */
    record Card(Date dueAt, Map<String, Object> variables) {}

    /**
     * How the case stands now.
     *
     * @param form the key of the task's form
     * @param variables those that the task sees
     */
    Card of(String form, Map<String, Object> variables, Complaint complaint) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseNumber", complaint.number().value());
        shown.put(FormKeys.VARIABLE, form);
        shown.put("customerName", customer(complaint));
        String amount = taskValue.amount(complaint.number());
        if (!amount.isEmpty()) {
            shown.put("amount", amount);
        }
        if (complaint.danger() != Danger.NONE) {
            shown.put(DANGER, EnumWords.word(complaint.danger()));
        }
        if (deadlines.waitsForCustomer(complaint.number())) {
            shown.put(WAITING_FOR, "the customer’s answer");
        }
        ComplaintVariables.ONLY_THANKS.find(variables).ifPresent(thanks -> {
            shown.put(ComplaintVariables.READING.name(), thanks ? "leave" : null);
            shown.put("reason", thanks ? "thanks" : null);
        });
        CaseFile caseFile = caseFiles.of(complaint, briefing.of(form, variables, complaint));
        if (caseFile.verification() != null) {
            choices(caseFile.verification().affected(), shown);
        }
        shown.put(CASE_FILE, SpinValues.jsonValue(write(caseFile)).create());
        return new Card(Date.from(dueAt(variables, complaint)), shown);
    }

    /** What the form has ticked. It is no answer by itself; only what the form makes up of it is. */
    private void choices(Affected affected, Map<String, Object> shown) {
        if (affected.unclear()) {
            shown.put("chooseLines", true);
        }
        shown.put("tickedLines", SpinValues.jsonValue(write(affected.lines())).create());
        affected.pieces().forEach((slot, pieces) -> shown.put("pieces" + slot, pieces));
    }

    /** What a person has to tell the customer is not due while the customer sleeps. */
    private Instant dueAt(Map<String, Object> variables, Complaint complaint) {
        Instant due = promisedBy(variables, complaint);
        return ComplaintVariables.MESSAGE_ID.find(variables).isEmpty()
                ? due
                : customerHours.of(complaint).nextOpening(due);
    }

    /** A dispute is answered by the date that the bank has set, everything else by the case's next promise. */
    private Instant promisedBy(Map<String, Object> variables, Complaint complaint) {
        return ComplaintVariables.DISPUTE_ID
                .find(variables)
                .flatMap(dispute -> Stream.of(dispute, Disputes.ofInquiry(dispute))
                        .flatMap(about ->
                                deadlines.dueAt(complaint.number(), ClockKind.DISPUTE_EVIDENCE, about).stream())
                        .findFirst())
                .orElseGet(() -> deadlines.actBy(complaint));
    }

    private static String customer(Complaint complaint) {
        var customer = complaint.customer();
        return Stream.of(customer.name(), customer.email(), customer.phone())
                .filter(Objects::nonNull)
                .findFirst()
                .map(TextDirection::isolated)
                .orElse("");
    }

    /** Isolates what others wrote, so that its writing direction affects nothing else in a form. */
    static class ContainedText extends StdSerializer<String> {

        ContainedText() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(TextDirection.contained(text));
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
