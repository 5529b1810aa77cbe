package io.redress.complaint.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.settings.TestDatabase;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Few cases are counted anew at each look; very many are not, because that takes longer than to show them. */
class CountedCasesTest {

    private static final CaseFilter ALL = new CaseFilter(null, null, null, null, null, null, true, null, null);
    private static final CaseFilter MINE = new CaseFilter("shop", null, null, null, null, null, true, null, null);

    /** Beyond all of them, so that none has to be read. */
    private static final PageRequest NO_PAGE = PageRequest.of(1_000, 100);

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());
    private final CaseList list = new CaseList(null, Mockito.mock(ContactKeys.class), jdbc);

    @Test
    void veryManyAreNotCountedEachTime() {
        add(1, 10_000);
        assertThat(total(ALL)).isEqualTo(10_000);
        add(10_001, 10_001);
        assertThat(total(ALL)).as("still counted exactly").isEqualTo(10_001);
        add(10_002, 10_002);
        assertThat(total(ALL)).as("as it was a moment ago").isEqualTo(10_001);
        assertThat(total(MINE)).as("another question").isEqualTo(10_002);
    }

    private long total(CaseFilter wanted) {
        return list.page(wanted, null, NO_PAGE).getTotalElements();
    }

    private void add(int from, int to) {
        jdbc.sql("""
                        insert into redress.complaint (case_number, version, channel, complainant_role, client, vouched,
                            customer_email, description, received_at, created_at, status, priority, team, round, question_open)
                        select 'C-2026-' || lpad(n::text, 6, '0'), 0, 'EMAIL', 'BUYER', 'shop', false, 'ada@example.org', 'It broke.', now(),
                            now(), 'RECEIVED', 50, 'handlers', 1, false
                          from generate_series(cast(:from as int), cast(:to as int)) n""").param("from", from).param("to", to).update();
    }
}
