package io.redress.drill;

import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Remedy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Holds what the providers' books say against what each case should have led to. */
final class Audit {

    static final String ACKNOWLEDGED = "We have received your complaint";
    static final String EXPLAINED = "How we settle your complaint";
    private static final Set<String> ENDED = Set.of("settled", "failed", "superseded");

    private final Books books;
    private final CaseDesk desk;
    private final List<String> violations = new ArrayList<>();
    private int refundsOwed;
    private int refundsFound;
    private int byShopOwed;
    private int byShopFound;
    private int parcelsOwed;
    private int parcelsFound;
    private int creditsOwed;
    private int creditsFound;
    private int mails;
    private int mailsTwice;

    Audit(Books books, CaseDesk desk) {
        this.books = books;
        this.desk = desk;
    }

    /** Looks at every case, and then at what is left lying in the engine. */
    void examine(Collection<DrillCase> cases) {
        cases.forEach(this::examine);
        desk.leftLying().forEach(violations::add);
    }

    List<String> violations() {
        return violations;
    }

    /** What was counted, a row for each kind of thing: what it is, how many were owed, how many were found. */
    List<Object[]> counts() {
        return List.of(
                new Object[] {"refunds", refundsOwed, refundsFound},
                new Object[] {"  of these by the shop itself", byShopOwed, byShopFound},
                new Object[] {"parcels sent again", parcelsOwed, parcelsFound},
                new Object[] {"goodwill credits", creditsOwed, creditsFound});
    }

    int mails() {
        return mails;
    }

    /** Mails that were delivered more than once; a mail server that breaks off after taking one leaves no other way. */
    int mailsTwice() {
        return mailsTwice;
    }

    private void examine(DrillCase filed) {
        same(filed, "cases", filed.kind().complaints(), filed.cases().size());
        try {
            outside(filed);
            told(filed);
            inside(filed, filed.cases().stream().map(desk::read).toList());
        } catch (RuntimeException e) {
            violations.add("%s could not be examined: %s".formatted(filed, e));
        }
    }

    private void outside(DrillCase filed) {
        var owed = Owed.by(filed, books);
        var refunds = books.refunded(filed.order());
        refundsOwed += owed.refunds().size();
        refundsFound += refunds.size();
        byShopOwed += byShop(owed.refunds());
        byShopFound += byShop(refunds);
        same(filed, "refunds", owed.refunds(), refunds);
        if (!refunds.isEmpty()) {
            var named = books.caseNumbers(filed.order());
            same(
                    filed,
                    "one case of it named by the refunds",
                    true,
                    named.size() == 1 && filed.cases().containsAll(named));
        }
        var parcels = books.sentAgain(filed.order());
        parcelsOwed += owed.shipments().size();
        parcelsFound += parcels.size();
        same(filed, "parcels sent again", owed.shipments(), parcels);
        var credits = books.credits(filed.order());
        creditsOwed += owed.credits().size();
        creditsFound += credits.size();
        same(filed, "credits", owed.credits(), credits);
        same(filed, "ended subscriptions", owed.endedSubscriptions(), books.endedSubscriptions(filed.order()));
    }

    private static int byShop(List<String> refunds) {
        return (int)
                refunds.stream().filter(refund -> refund.startsWith("shp_")).count();
    }

    private void told(DrillCase filed) {
        var acknowledged = letters(filed, ACKNOWLEDGED);
        var explained = letters(filed, EXPLAINED);
        same(filed, "told that we have it", filed.kind().complaints(), acknowledged);
        same(filed, "told what we do", filed.kind().isDecided() ? 1 : 0, explained);
    }

    /** How many different letters; each subject names its case. */
    private int letters(DrillCase filed, String subject) {
        var found = books.mails(filed.email(), subject).stream()
                .map(letter -> letter.path("subject").asText())
                .toList();
        var different = Set.copyOf(found).size();
        mails += found.size();
        mailsTwice += found.size() - different;
        return different;
    }

    private void inside(DrillCase filed, List<Complaint> complaints) {
        var statuses = complaints.stream().map(Complaint::status).sorted().toList();
        same(filed, "status", filed.kind().statuses(), statuses);
        var task = filed.kind().task();
        var tasks = filed.cases().stream()
                .flatMap(number -> desk.tasks(number).stream())
                .toList();
        same(filed, "open tasks", task == null ? List.of() : List.of(task), tasks);
        if (filed.kind().isDecided()) {
            complaints.forEach(complaint -> complaint.remedies().forEach(remedy -> ended(filed, remedy)));
        }
    }

    private void ended(DrillCase filed, Remedy remedy) {
        var status = remedy.status();
        if (!ENDED.contains(status)) {
            violation(filed, "end of the remedy " + remedy.kind(), ENDED, status);
        }
    }

    private void same(DrillCase filed, String what, Object owed, Object found) {
        if (!Objects.equals(owed, found)) {
            violation(filed, what, owed, found);
        }
    }

    private void violation(DrillCase filed, String what, Object owed, Object found) {
        violations.add("%s: %s: %s expected, %s found".formatted(filed, what, owed, found));
    }
}
