package io.redress.conversation.hold.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.outbox.HeldLetterTasks;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.port.SentMessages;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The process that asks about held letters. */
@Component
class HeldLetterProcess implements HeldLetterTasks, SentMessages {

    private static final String KEY = "heldLetters";
    private static final String LET_GO = "redress.lettersLetGo";

    private final RuntimeService runtime;

    HeldLetterProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void ask(CaseNumber caseNumber) {
        boolean asked = runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber.value(), KEY)
                        .count()
                > 0;
        if (!asked) {
            start(caseNumber);
        }
    }

    @Override
    public void letGo(CaseNumber caseNumber) {
        boolean heard = !runtime.createMessageCorrelation(LET_GO)
                .processInstanceBusinessKey(caseNumber.value())
                .correlateAllWithResult()
                .isEmpty();
        if (!heard) {
            // It finds that nothing is held any more, and sends what waits.
            start(caseNumber);
        }
    }

    private void start(CaseNumber caseNumber) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(caseNumber.value())
                .setVariable(ComplaintVariables.CASE_NUMBER.name(), caseNumber.value())
                .execute();
    }

    @Override
    public Set<String> messages() {
        return Set.of(LET_GO);
    }
}
