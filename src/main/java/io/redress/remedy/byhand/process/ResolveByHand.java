package io.redress.remedy.byhand.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.NeedsParameter;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.StepParameters;
import io.redress.engine.task.SubmittedForm;
import io.redress.remedy.byhand.ByHand;
import io.redress.remedy.byhand.ByHand.Report;
import io.redress.remedy.byhand.ByHand.Resolution;
import io.redress.remedy.ledger.RemedyKind;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * The listener of the tasks <i>Resolve by hand</i> and <i>Arrange by hand</i>: takes what a person did about a remedy;
 * which remedies are meant is said by the task's input parameter. Where every attempt failed, an incident stands in
 * Cockpit for as long as the task is open: a handler cares for the customer, an operator for the provider.
 */
@Component
@StepContract
@NeedsParameter(
        value = ResolveByHand.REMEDY_KIND,
        words = {"refund", "replacement", "goodwill", ResolveByHand.IN_PERSON})
@ReadsForm(
        value = "resolveByHand",
        on = {TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_COMPLETE})
class ResolveByHand implements TaskListener, FormReader {

    private static final ReadForm FORM = ReadForm.of("resolveByHand")
            .choice("resolution", Resolution.class)
            .needs("proof")
            .takes("note");

    /** The type of the incident. */
    private static final String REMEDY_STUCK = "remedyStuck";

    static final String REMEDY_KIND = "remedyKind";

    /** What only people bring about, such as a repair. */
    static final String IN_PERSON = "in_person";

    /** The tasks of diagrams that were let in before they had to say which kind is meant; their cases go on in them. */
    private static final Map<String, RemedyKind> BEFORE = Map.of(
            "userTask_payBackByHand", RemedyKind.REFUND,
            "userTask_resolveReversal", RemedyKind.REFUND,
            "userTask_replaceByHand", RemedyKind.REPLACEMENT,
            "userTask_grantByHand", RemedyKind.GOODWILL);

    private final ByHand byHand;
    private final People people;
    private final RuntimeService runtime;

    ResolveByHand(ByHand byHand, People people, RuntimeService runtime) {
        this.byHand = byHand;
        this.people = people;
        this.runtime = runtime;
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            ComplaintVariables.STUCK_BECAUSE.find(task).ifPresent(why -> task.getExecution()
                    .createIncident(REMEDY_STUCK, task.getId(), why));
        } else {
            resolve(task);
        }
    }

    private void resolve(DelegateTask task) {
        Map<String, Object> form = SubmittedForm.take(task, FORM.fields());
        Resolution resolution = EnumWords.constant(Resolution.class, SubmittedForm.text(form, "resolution"))
                .orElseThrow(() ->
                        new RefusedInput("resolution", "Choose one of " + EnumWords.words(Resolution.class) + "."));
        CaseNumber caseNumber = ComplaintVariables.caseNumber(task);
        RemedyKind kind = kind(task);
        Report report = new Report(
                resolution,
                SubmittedForm.text(form, "proof"),
                SubmittedForm.text(form, "note"),
                people.currentUserId());
        if (ComplaintVariables.STUCK_BECAUSE.find(task).isPresent()) {
            byHand.resolveStuck(caseNumber, kind, report);
            closeIncident(task);
        } else {
            byHand.resolve(caseNumber, kind, report);
        }
    }

    /** @return {@code null} for what only people bring about */
    private static RemedyKind kind(DelegateTask task) {
        Optional<String> said = StepParameters.of(task, REMEDY_KIND);
        return said.isPresent()
                ? EnumWords.constant(RemedyKind.class, said.get()).orElse(null)
                : BEFORE.get(task.getTaskDefinitionKey());
    }

    private void closeIncident(DelegateTask task) {
        task.removeVariable(ComplaintVariables.STUCK_BECAUSE.name());
        runtime.createIncidentQuery()
                .incidentType(REMEDY_STUCK)
                .configuration(task.getId())
                .list()
                .forEach(incident -> runtime.resolveIncident(incident.getId()));
    }
}
