package io.redress.intake.registration.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.People;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.intake.registration.Intake;
import io.redress.intake.registration.StartVariables;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Register complaint</i>: opens the case file of a process that was started in the engine itself, and
 * carries the complaint's texts out of the process into it. A process that our own API started has its case file
 * already.
 */
@Component
@StepContract(
        duties = Duty.REGISTERS,
        writes = {@Writes("caseNumber"), @Writes("round")})
@Skippable(value = Skippable.When.NEVER, because = "gives the case its number")
class RegisterComplaint implements JavaDelegate {

    private final Intake intake;
    private final Complaints complaints;
    private final StartVariables startVariables;
    private final People people;

    RegisterComplaint(Intake intake, Complaints complaints, StartVariables startVariables, People people) {
        this.intake = intake;
        this.complaints = complaints;
        this.startVariables = startVariables;
        this.people = people;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = ComplaintVariables.CASE_NUMBER
                .find(execution)
                .map(caseNumber -> complaints.get(new CaseNumber(caseNumber)))
                .orElseGet(() -> open(execution));
        ComplaintVariables.ROUND.set(execution, complaint.round());
    }

    private Complaint open(DelegateExecution execution) {
        Map<String, Object> brought = new HashMap<>(execution.getVariables());
        brought.keySet().retainAll(Set.copyOf(StartVariables.NAMES));
        String client = people.currentUserId();
        Complaint complaint = intake.openUnlessKnown(startVariables.read(brought), client == null ? "redress" : client);
        String caseNumber = complaint.number().value();
        execution.removeVariables(StartVariables.NAMES);
        execution.setProcessBusinessKey(caseNumber);
        ComplaintVariables.CASE_NUMBER.set(execution, caseNumber);
        return complaint;
    }
}
