package io.redress.insight.casefile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.gathering.Verification;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The amount of money that a task is about, in words for its card and its form. */
@Component
public class TaskValue {

    private final RemedyLedger ledger;
    private final Verification verification;

    TaskValue(RemedyLedger ledger, Verification verification) {
        this.ledger = ledger;
        this.verification = verification;
    }

    /**
     * What waits for a person because it failed; else what the case costs altogether; else the order's total; empty
     * where none of them is known.
     */
    public String amount(CaseNumber caseNumber) {
        String failed = total(caseNumber, TaskValue::waits);
        if (!failed.isEmpty()) {
            return failed;
        }
        String owed = total(
                caseNumber,
                remedy -> remedy.status() != RemedyStatus.SUPERSEDED && remedy.status() != RemedyStatus.FAILED);
        return owed.isEmpty() ? orderTotal(caseNumber) : owed;
    }

    /** Why the remedies that wait for a person could not be had. */
    public String failures(CaseNumber caseNumber) {
        return ledger.of(caseNumber).stream()
                .filter(TaskValue::waits)
                .map(remedy -> StaffFormat.label(remedy.kind()) + ": " + remedy.failure())
                .collect(joining("\n"));
    }

    private String total(CaseNumber caseNumber, Predicate<Remedy> which) {
        return ledger.of(caseNumber).stream()
                .filter(which)
                .filter(remedy -> remedy.currency() != null && remedy.amount().signum() > 0)
                .map(Remedy::money)
                .collect(groupingBy(Money::getCurrencyUnit, TreeMap::new, toList()))
                .values()
                .stream()
                .map(Money::total)
                .map(StaffFormat::amount)
                .collect(joining(" + "));
    }

    private String orderTotal(CaseNumber caseNumber) {
        return verification
                .evidence(caseNumber)
                .filter(Evidence::orderFound)
                .map(evidence -> StaffFormat.amount(evidence.order().total()))
                .orElse("");
    }

    private static boolean waits(Remedy remedy) {
        return remedy.status() == RemedyStatus.FAILED && remedy.handledBy() == null;
    }
}
