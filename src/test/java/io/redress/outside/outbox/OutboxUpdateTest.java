package io.redress.outside.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.settings.OldDatabase;
import io.redress.outside.outbox.OutboxRows.Claimed;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events for the books that had not left before the update leave after it, once and in their order. */
class OutboxUpdateTest {

    private static final UUID NODE = UUID.randomUUID();

    private final OldDatabase database = new OldDatabase("58");
    private final JdbcClient jdbc = database.jdbc();
    private final OutboxRows rows = new OutboxRows(jdbc);

    @Test
    void whatHadNotLeftBeforeTheUpdateLeavesAfterIt() {
        UUID told = written("remedy.settled", "told", 0, true);
        UUID refused = written("remedy.settled", "refused three times", 3, false);
        UUID waiting = written("remedy.settled", "waiting", 0, false);

        database.update();

        Claimed first = claim();
        assertThat(first.entry())
                .isEqualTo(new OutboxEntry(
                        refused, new CaseNumber(OldDatabase.CASE), "remedy.settled", "refused three times"));
        assertThat(first.failed()).isEqualTo(3);
        assertThat(rows.claim("books", NODE, Instant.now(), Duration.ofMinutes(1)))
                .as("of one case, one at a time")
                .isEmpty();
        rows.done(first, 200, Instant.now());
        Claimed second = claim();
        assertThat(second.entry().id()).isEqualTo(waiting);
        rows.done(second, 200, Instant.now());

        UUID later = UUID.randomUUID();
        rows.insert(
                "books",
                new OutboxEntry(later, new CaseNumber(OldDatabase.CASE), "remedy.reversed", "later"),
                Instant.now().minusSeconds(1));
        assertThat(claim().entry().id()).isEqualTo(later);
        assertThat(jdbc.sql("select id from redress.outbox_entry order by position")
                        .query(UUID.class)
                        .list())
                .containsExactly(told, refused, waiting, later);
        assertThat(jdbc.sql("select id from redress.outbox_entry where done_at is not null")
                        .query(UUID.class)
                        .list())
                .contains(told);
    }

    private Claimed claim() {
        return rows.claim("books", NODE, Instant.now(), Duration.ofMinutes(1)).orElseThrow();
    }

    private UUID written(String type, String body, int attempts, boolean done) {
        UUID remedy = UUID.randomUUID();
        jdbc.sql("""
                        insert into redress.remedy (id, case_number, round, kind, status, currency, amount, goods_value,
                          payment_reference, order_number, requested_by, approved_by, created_at, changed_at, changed_by)
                        values (:id, :case, 1, 'REFUND', 'APPROVED', 'EUR', 1, 0, 'pi_1', 'R-1', 'lead', 'lead2', now(), now(),
                          'lead2')""").param("id", remedy).param("case", OldDatabase.CASE).update();
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into redress.books_event (id, remedy_id, type, body, attempts, next_attempt_at, created_at, done_at)
                        values (:id, :remedy, :type, :body, :attempts, now() - interval '1 minute', now() - interval '1 hour',
                          case when :done then now() end)""")
                .param("id", id)
                .param("remedy", remedy)
                .param("type", type)
                .param("body", body)
                .param("attempts", attempts)
                .param("done", done)
                .update();
        return id;
    }
}
