package io.redress.people.visibility.process;

import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.SubmittedForm;
import io.redress.people.visibility.Shields;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The listener of the task <i>Name accused</i>: takes what a lead says about whom a complaint accuses. */
@Component
@StepContract
@ReadsForm("nameAccused")
class NameAccused implements TaskListener, FormReader {

    private static final ReadForm FORM =
            ReadForm.of("nameAccused").choice("shield", List.of("name", "lift")).needs("accused", "reason");

    private static final String SHIELD = "shield";
    private static final String ACCUSED = "accused";
    private static final String REASON = "reason";
    private static final int LONGEST = 2_000;

    private final Shields shields;
    private final People people;

    NameAccused(Shields shields, People people) {
        this.shields = shields;
        this.people = people;
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> form = SubmittedForm.take(task, FORM.fields());
        String shield = SubmittedForm.text(form, SHIELD);
        if (!"name".equals(shield) && !"lift".equals(shield)) {
            throw new RefusedInput(SHIELD, "Must be one of name, lift.");
        }
        boolean lifted = "lift".equals(shield);
        shields.decideByForm(
                ComplaintVariables.caseNumber(task),
                lifted ? List.of() : shields.loginsOf(SubmittedForm.text(form, ACCUSED, LONGEST)),
                lifted,
                SubmittedForm.text(form, REASON, LONGEST),
                people.currentUserId());
    }
}
