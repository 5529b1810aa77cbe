package io.redress.remedy.decision;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.core.text.EnumWords;
import io.redress.remedy.owed.CaseSums;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.finding.Verdict;
import io.redress.verification.finding.Verdict.RemedyChoice;
import io.redress.verification.triage.Triage;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The facts about a case that {@code processes/remedy.dmn} is asked with; never the channel or the customer's wording.
 */
@Component
public class RemedyFacts {

    /** What stands for the verdict where evidence alone decides. */
    public static final String AUTOMATIC = "automatic";

    private final Triage triage;
    private final CaseSums sums;

    RemedyFacts(Triage triage, CaseSums sums) {
        this.triage = triage;
        this.sums = sums;
    }

    /** The table's inputs by name. @param ruling what a person decided, empty where evidence alone does */
    public Map<String, Object> of(Complaint complaint, Evidence evidence, Optional<Verdict> ruling) {
        return Map.of(
                "verdict",
                ruling.map(found -> EnumWords.word(found.verdict())).orElse(AUTOMATIC),
                "basis",
                basis(complaint, evidence),
                "claim",
                complaint.claim() == null ? "" : EnumWords.word(complaint.claim()),
                "remedyChoice",
                EnumWords.word(ruling.map(Verdict::remedyChoice).orElse(RemedyChoice.AS_PROPOSED)),
                "moneyOwed",
                isMoneyOwed(complaint, evidence, ruling));
    }

    /** Whether any money can be owed; also where a person names an amount or has to, so that it is looked at. */
    private boolean isMoneyOwed(Complaint complaint, Evidence evidence, Optional<Verdict> ruling) {
        return !evidence.orderFound()
                || evidence.affected().isEmpty()
                || ruling.map(Verdict::refundAmount).isPresent()
                || sums.of(complaint, evidence, ruling).most().isPositive();
    }

    /** What evidence proves; that an article failed before counts also where a person decides. */
    private String basis(Complaint complaint, Evidence evidence) {
        boolean failedBefore = complaint.claim() == Claim.DEFECTIVE && evidence.earlierFailures() > 0;
        return failedBefore ? "repeat_failure" : triage.basis(complaint);
    }
}
