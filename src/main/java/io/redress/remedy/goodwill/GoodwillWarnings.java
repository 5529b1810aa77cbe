package io.redress.remedy.goodwill;

import io.redress.complaint.file.Complaint;
import io.redress.people.staff.StaffNotice;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The warnings to managers about codes and budgets that run out: once a day for each, however many cases notice it. */
@Component
class GoodwillWarnings {

    private final JdbcClient jdbc;
    private final GoodwillProperties properties;
    private final StaffNotice alert;
    private final Clock clock;

    GoodwillWarnings(JdbcClient jdbc, GoodwillProperties properties, StaffNotice alert, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.alert = alert;
        this.clock = clock;
    }

    /** @param left how many codes of this kind can still be given */
    void codesLeft(Complaint complaint, String kind, long left) {
        if (left < properties.goodwill().lowPool()) {
            warn(
                    complaint,
                    "Goodwill codes: " + kind,
                    "%d of these codes can still be given. Import more at /api/goodwill-codes; without one, goodwill is given in another way."
                            .formatted(left));
        }
    }

    void budgetSpent(Complaint complaint, Money wanted) {
        warn(
                complaint,
                "Goodwill budget: " + wanted.getCurrencyUnit().getCode(),
                "This month's budget has no room for %s more. Nothing is given on top in this currency until next month, or until the budget is raised."
                        .formatted(wanted));
    }

    private void warn(Complaint complaint, String about, String text) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        int first = jdbc.sql("""
                        insert into redress.goodwill_warning (about, day) values (:about, :day)
                        on conflict do nothing""")
                .param("about", about)
                .param("day", Date.valueOf(today))
                .update();
        if (first > 0) {
            alert.tell(complaint, about + ", " + today, "managers", about, text);
        }
    }
}
