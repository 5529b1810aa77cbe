package io.redress.remedy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.settings.OldDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose words the reason of a decision of old is, a person's or a table's, is known after the update. */
class OwnWordsUpdateTest {

    private final OldDatabase database = new OldDatabase("51.1");
    private final JdbcClient jdbc = database.jdbc();

    @Test
    void whatNoPersonWroteIsTheTables() {
        jdbc.sql("""
                        insert into redress.verdict (case_number, round, verdict, reason, found_by, found_at)
                        values ('C-2026-000001', 1, 'CONFIRMED', 'We saw it.', 'handler', now())""").update();
        decided(1, "We saw it.", null);
        decided(2, "A sentence of the manager's own table.", null);
        decided(3, "You are right, so we send you a replacement.", "replaced");

        database.update();

        assertThat(jdbc.sql("select coalesce(table_reason, '-') from redress.decision order by round")
                        .query(String.class)
                        .list())
                .containsExactly("-", "A sentence of the manager's own table.", "replaced");
    }

    private void decided(int round, String reason, String tableReason) {
        jdbc.sql("""
                        insert into redress.decision (case_number, round, outcome, basis, reason, table_reason, decided_by,
                            decided_at)
                        values ('C-2026-000001', :round, 'UPHELD', '', :reason, :table, 'handler', now())""")
                .param("round", round)
                .param("reason", reason)
                .param("table", tableReason)
                .update();
    }
}
