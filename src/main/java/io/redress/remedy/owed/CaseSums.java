package io.redress.remedy.owed;

import io.redress.complaint.file.Complaint;
import io.redress.remedy.owed.OwedChoice.LineQuantity;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.finding.AffectedChoice;
import io.redress.verification.finding.AffectedChoices;
import io.redress.verification.finding.Verdict;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The sums that are owed for a case: by evidence alone, or as found by the person who decides. */
@Component
public class CaseSums {

    private final OwedSums sums;
    private final AffectedChoices choices;

    CaseSums(OwedSums sums, AffectedChoices choices) {
        this.sums = sums;
        this.choices = choices;
    }

    /**
     * @param evidence with an order; the lines that a person chose are among its facts already
     * @param ruling what a person decided, empty where evidence alone does
     */
    public Owed of(Complaint complaint, Evidence evidence, Optional<Verdict> ruling) {
        return ruling.map(verdict -> byPerson(complaint, evidence, choices.of(verdict)))
                .orElseGet(() -> sums.of(complaint, evidence));
    }

    /** The same in money alone: pieces that are sent again are to be paid back as well, as far as they were not. */
    public Owed inMoney(Complaint complaint, Evidence evidence, Optional<Verdict> ruling) {
        return byPerson(complaint, evidence, ruling.map(choices::of).orElse(AffectedChoice.NONE));
    }

    private Owed byPerson(Complaint complaint, Evidence evidence, AffectedChoice choice) {
        List<LineQuantity> lines = evidence.affected().stream()
                .map(part -> new LineQuantity(part.line(), part.quantity()))
                .toList();
        return sums.of(complaint, evidence, new OwedChoice(lines, choice.deliveryFee(), choice.fees()));
    }
}
