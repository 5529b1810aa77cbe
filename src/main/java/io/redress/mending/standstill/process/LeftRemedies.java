package io.redress.mending.standstill.process;

import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.mending.standstill.Mending;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The remedies that a case has gone past: they are begun after all, or dropped. */
@Component
class LeftRemedies {

    private final RemedyLedger ledger;
    private final ModelSteps steps;
    private final RuntimeService runtime;

    LeftRemedies(RemedyLedger ledger, ModelSteps steps, RuntimeService runtime) {
        this.ledger = ledger;
        this.steps = steps;
        this.runtime = runtime;
    }

    /** Begins what is approved, beside the case; what nobody has approved is not begun. */
    void begin(Mending mending) {
        List<Remedy> left = left(mending);
        if (left.stream().anyMatch(remedy -> remedy.status() == RemedyStatus.PROPOSED)) {
            throw WayOn.closed("Nobody has approved what was proposed, so that it cannot be carried out;"
                    + " decide by hand, and the case is decided and approved anew.");
        }
        Set<String> kinds =
                left.stream().map(remedy -> EnumWords.word(remedy.kind())).collect(Collectors.toSet());
        kinds.forEach(kind -> runtime.createProcessInstanceByKey(steps.processThatBrings(kind)
                        .orElseThrow(
                                () -> WayOn.closed("No process brings a %s about; decide by hand.".formatted(kind))))
                .businessKey(mending.caseNumber().value())
                .setVariable(
                        ComplaintVariables.CASE_NUMBER.name(),
                        mending.caseNumber().value())
                .execute());
    }

    private List<Remedy> left(Mending mending) {
        return ledger.of(mending.caseNumber()).stream()
                .filter(remedy -> remedy.status() == RemedyStatus.PROPOSED || remedy.status() == RemedyStatus.APPROVED)
                .toList();
    }
}
