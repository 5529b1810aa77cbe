package io.redress.complaint.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.complaint.file.Danger;
import io.redress.core.database.Locks;
import io.redress.sandbox.SandboxTest;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a manager stores on one node is in force on the other, and what cannot be read is never. */
@SandboxTest
class LexiconsTest {

    private final Lexicons here;
    private final Lexicons there;
    private final JdbcClient jdbc;

    @Autowired
    LexiconsTest(Lexicons here, JdbcClient jdbc, Locks locks, Clock clock) {
        this.here = here;
        this.jdbc = jdbc;
        this.there = new Lexicons(jdbc, locks, clock, Duration.ZERO);
    }

    @Test
    void aStoredFileIsInForceOnTheOtherNode() {
        assertThat(there.inForce().read("the blorfing pipe", null).danger()).isEqualTo(Danger.NONE);

        here.put("blorfing", "[en certain]\nblorfing pipe\n", null, "mona");

        assertThat(there.inForce().read("the blorfing pipe", null).danger()).isEqualTo(Danger.CERTAIN);
        assertThat(there.inForce()).as("kept while nothing changes").isSameAs(there.inForce());
        assertThat(there.file("blorfing").orElseThrow().changedBy()).isEqualTo("mona");
    }

    @Test
    void aStoredFileThatCannotBeReadAnyMoreLeavesTheOneBefore() {
        here.put("zurping", "[en certain]\nzurping pump\n", null, "mona");
        jdbc.sql("""
                        insert into redress.lexicon_file (name, version, text, shipped_text, changed_by, changed_at)
                        values ('zurping', 2, '[en surely]', '', 'mona', now())""").update();

        try {
            assertThat(there.inForce().read("the zurping pump", null).danger()).isEqualTo(Danger.CERTAIN);
        } finally {
            jdbc.sql("delete from redress.lexicon_file where name = 'zurping'").update();
        }
    }
}
