package io.redress.complaint.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.settings.OldDatabase;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** News that was noted before it was known by its occasion is not noted again after the update. */
class TimelineOccasionsTest {

    private static final CaseNumber CASE = new CaseNumber(OldDatabase.CASE);

    private final OldDatabase database = new OldDatabase("51");
    private final JdbcClient jdbc = database.jdbc();
    private final Timeline timeline = new Timeline(
            null, new PendingEntries(jdbc), new NamedParameterJdbcTemplate(database.source()), Clock.systemUTC());

    @Test
    void newsOfOldIsTheSameNewsAfterTheUpdate() {
        noted(
                "refund_by_hand",
                "EUR 49.90 of the payment were refunded by hand at the payment provider (re_1, pending).");
        noted(
                "refund_by_hand",
                "EUR 49.90 of the payment were refunded by hand at the payment provider (re_1, settled).");
        noted("carrier_reported", "The carrier reports that parcel EZ1000 is lost: no scan");
        noted("carrier_reported", "The carrier reports that parcel EZ2000 is on its way back to us");
        noted("note", "Refunded (re_9, pending).");

        database.update();
        heard(TimelineKind.REFUND_BY_HAND, "re_1, pending");
        heard(TimelineKind.REFUND_BY_HAND, "re_1, settled");
        heard(TimelineKind.CARRIER_REPORTED, "EZ1000, lost");
        heard(TimelineKind.CARRIER_REPORTED, "EZ2000, returned");
        heard(TimelineKind.CARRIER_REPORTED, "EZ1000, returned");
        heard(TimelineKind.CARRIER_REPORTED, "EZ1000, returned");

        assertThat(texts()).hasSize(6).filteredOn("In other words"::equals).hasSize(1);
    }

    private void noted(String kind, String text) {
        jdbc.sql("""
                        insert into redress.timeline_entry (case_number, at, actor, kind, text)
                        values ('C-2026-000001', now(), 'redress', :kind, :text)""").param("kind", kind).param("text", text).update();
    }

    private void heard(TimelineKind kind, String occasion) {
        timeline.engineHeard(CASE, kind, occasion, "In other words");
    }

    private List<String> texts() {
        return jdbc.sql("select text from redress.timeline_entry order by id")
                .query(String.class)
                .list();
    }
}
