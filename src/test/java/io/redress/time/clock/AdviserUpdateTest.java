package io.redress.time.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.settings.OldDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom a clock of old asked for advice is known after the update. */
class AdviserUpdateTest {

    private final OldDatabase database = new OldDatabase("51.2");
    private final JdbcClient jdbc = database.jdbc();

    @Test
    void whoWasAskedBeforeTheUpdateIsStillAsked() {
        started("ADVICE", "1/7 person:lead2");
        started("ADVICE", "1/8 team of the north");
        started("LEGAL", "refund after a withdrawal");
        started("RESOLUTION", "");

        database.update();

        assertThat(jdbc.sql("select coalesce(adviser, '-') from redress.case_clock order by id")
                        .query(String.class)
                        .list())
                .containsExactly("person:lead2", "team of the north", "-", "-");
    }

    private void started(String kind, String subject) {
        jdbc.sql("""
                        insert into redress.case_clock (case_number, kind, round, subject, ladder)
                        values ('C-2026-000001', :kind, 1, :subject, 'standard')""").param("kind", kind).param("subject", subject).update();
    }
}
