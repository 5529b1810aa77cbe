package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.bench.Statement.Kind;
import org.junit.jupiter.api.Test;

/** How the benchmark reads what the database counted. */
class StatementTest {

    @Test
    void aWithQueryIsWhatItDoes() {
        assertThat(of("with a as (insert into redress.clock (id) values ($1) returning id) select * from a"))
                .extracting(Statement::kind, Statement::table)
                .containsExactly(Kind.WRITE, "redress.clock");
        assertThat(of("with a as (select id from redress.clock for no key update) select * from a")
                        .kind())
                .isEqualTo(Kind.READ);
    }

    @Test
    void aReadThatLocksIsARead() {
        assertThat(of("SELECT * FROM act_ru_job WHERE id_ = $1 FOR UPDATE"))
                .extracting(Statement::kind, Statement::table)
                .containsExactly(Kind.READ, "act_ru_job");
    }

    @Test
    void beginsAndTheDatabasesOwnChecksAreNeither() {
        assertThat(of("BEGIN").kind()).isEqualTo(Kind.OTHER);
        assertThat(
                        of(
                                "SELECT $2 FROM ONLY \"redress\".\"remedy\" x WHERE \"id\" OPERATOR(pg_catalog.=) $1 FOR KEY SHARE OF x"))
                .extracting(Statement::kind, Statement::table)
                .containsExactly(Kind.OTHER, "redress.remedy");
    }

    @Test
    void listsOfAnyLengthAreOneStatement() {
        assertThat(of("insert into t (a, b) values ( $1, 1 ),\n ($3,$4 )").shape())
                .isEqualTo(of("insert into t (a, b) values ($1, $2)").shape());
        assertThat(of("select * from t /* a note */ where a in ($1, $2, $3)").shape())
                .isEqualTo("select * from t where a in (…)");
    }

    @Test
    void aCaseHasItsShare() {
        Statement each = of("select 1").plus(of("select 1")).each(4);

        assertThat(each.calls()).isEqualTo(5);
        assertThat(each.walBytes()).isEqualTo(20);
    }

    private static Statement of(String text) {
        return new Statement(text, 10, 20, 30, 40);
    }
}
