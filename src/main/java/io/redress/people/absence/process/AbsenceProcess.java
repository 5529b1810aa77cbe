package io.redress.people.absence.process;

import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.port.SentMessages;
import io.redress.people.absence.Absences;
import io.redress.people.absence.Deputyship;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * The process of an absence in the engine; its business key is the login of who is away, so that a manager finds it in
 * Cockpit.
 */
@Component
class AbsenceProcess implements Absences, SentMessages {

    private static final String CALLED_OFF = "redress.absenceCalledOff";

    private final RuntimeService runtime;

    AbsenceProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void await(Deputyship absence) {
        runtime.createProcessInstanceByKey("absence")
                .businessKey(absence.person())
                .setVariable(ComplaintVariables.DEPUTYSHIP_ID.name(), absence.id())
                .setVariable(ComplaintVariables.DEPUTY.name(), absence.deputy())
                .setVariable(ComplaintVariables.ABSENT_FROM.name(), Date.from(absence.from()))
                .setVariable(ComplaintVariables.ABSENT_UNTIL.name(), Date.from(absence.until()))
                .execute();
    }

    @Override
    public void callOff(long deputyshipId) {
        runtime.createMessageCorrelation(CALLED_OFF)
                .processInstanceVariableEquals(ComplaintVariables.DEPUTYSHIP_ID.name(), deputyshipId)
                .correlateAll();
    }

    @Override
    public Set<String> messages() {
        return Set.of(CALLED_OFF);
    }
}
