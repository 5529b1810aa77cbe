package io.redress.redesign.whatif;

import io.redress.complaint.timeline.CaseNumber;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * What the tried tables would have changed in a case.
 *
 * @param changes what would be answered otherwise
 * @param undecided what cannot be told of it; then its money counts on neither side
 * @param costs money, old and new, also where both are the same
 * @param goods the value of goods and of goodwill that is no money
 * @param persons how many more times a person would be needed, fewer where it is negative
 * @param shifts times that would be promised otherwise
 * @param mood what it would be for the customer
 * @param limitsOpen whether sums that the limits of authority look at would be others, which was not asked again
 */
record CaseVerdict(
        CaseNumber caseNumber,
        String cause,
        String team,
        List<AnswerChange> changes,
        List<Undecided> undecided,
        List<Cost> costs,
        List<Cost> goods,
        int persons,
        List<Shift> shifts,
        Mood mood,
        boolean limitsOpen) {

    /** What cannot be told, and why. @param element the table or the fact */
    record Undecided(String element, String why) {}

    /** An amount that one decision came to, and would come to. */
    record Cost(YearMonth month, String currency, BigDecimal old, BigDecimal now) {

        BigDecimal delta() {
            return now.subtract(old);
        }
    }

    /** A clock that would be given another time. */
    record Shift(String clock, boolean longer) {}

    /** What a change is for the customer. */
    enum Mood {
        BETTER,
        WORSE,
        NEITHER
    }

    boolean isUndecided() {
        return !undecided.isEmpty();
    }

    boolean isChanged() {
        return !isUndecided() && !changes.isEmpty();
    }

    /** Whether nothing would be another but words. */
    boolean isWordingOnly() {
        return isChanged() && changes.stream().allMatch(AnswerChange::isWording);
    }
}
