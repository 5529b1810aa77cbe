package io.redress.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.settings.TestDatabase;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a transaction remembers is at every moment what reading it again would give. */
class TransactionMemoryTest {

    private static DriverManagerDataSource source;

    private final TransactionMemory memory = new TransactionMemory();
    private final JdbcClient jdbc = JdbcClient.create(new AttentiveJdbc(source));
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final TransactionTemplate another = new TransactionTemplate(transaction.getTransactionManager());
    private final AtomicInteger reads = new AtomicInteger();

    @BeforeAll
    static void open() {
        source = new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres");
        JdbcClient.create(source)
                .sql("create schema redress; create table redress.thing (id int primary key, word text);"
                        + " create table redress.other (id int)")
                .update();
    }

    @BeforeEach
    void begin() {
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        jdbc.sql("delete from redress.thing").update();
        jdbc.sql("insert into redress.thing values (1, 'one')").update();
    }

    @Test
    void sameQuestionIsAskedOnce() {
        transaction.executeWithoutResult(status -> {
            assertThat(word()).isEqualTo("one");
            assertThat(word()).isEqualTo("one");
            jdbc.sql("insert into redress.other values (1)").update();
            jdbc.sql("""
                            with present as (select id from redress.other for no key update)
                            update redress.other o set id = 2 from present where present.id = o.id""").update();
            assertThat(word()).isEqualTo("one");
        });

        assertThat(reads).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update redress.thing set word = 'two' where id = 1",
                "UPDATE \"redress\".\"thing\" SET \"word\" = 'two'",
                "insert into redress.thing values (1, 'x') on conflict (id) do update set word = 'two'",
                "with gone as (delete from redress.thing returning id) insert into redress.other select id from gone;"
                        + " insert into redress.thing values (1, 'two')"
            })
    void whatIsWrittenIsReadAnew(String sql) {
        transaction.executeWithoutResult(status -> {
            assertThat(word()).isEqualTo("one");
            jdbc.sql(sql).update();
            assertThat(word()).isEqualTo("two");
        });
    }

    @Test
    void whatAnotherTransactionOfThisThreadWritesIsReadAnew() {
        transaction.executeWithoutResult(status -> {
            assertThat(word()).isEqualTo("one");
            another.executeWithoutResult(inner -> {
                assertThat(word()).isEqualTo("one");
                jdbc.sql("update redress.thing set word = 'two'").update();
            });
            assertThat(word()).isEqualTo("two");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from redress.other for update",
                "select id from redress.other for no key update",
                "select pg_advisory_xact_lock(7)::text",
                "set constraints all deferred"
            })
    void whatOthersWroteIsSeenOnceALockIsTaken(String sql) {
        transaction.executeWithoutResult(status -> {
            assertThat(word()).isEqualTo("one");
            JdbcClient.create(source)
                    .sql("update redress.thing set word = 'two'")
                    .update();
            if (sql.startsWith("set")) {
                jdbc.sql(sql).update();
            } else {
                jdbc.sql(sql).query(String.class).list();
            }
            assertThat(word()).isEqualTo("two");
        });
    }

    @Test
    void nothingOutlivesATransactionWhateverBecomesOfIt() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update redress.thing set word = 'two'").update();
            assertThat(word()).isEqualTo("two");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> assertThat(word()).isEqualTo("one"));
        assertThat(word()).isEqualTo("one");
        assertThat(word()).isEqualTo("one");

        assertThat(reads).as("without a transaction nothing is remembered").hasValue(4);
    }

    @Test
    void anInnerTransactionThatIsUndoneLeavesTheOuterOneRight() {
        transaction.executeWithoutResult(status -> {
            another.executeWithoutResult(inner -> {
                jdbc.sql("update redress.thing set word = 'two'").update();
                assertThat(word()).isEqualTo("two");
                inner.setRollbackOnly();
            });
            assertThat(word()).isEqualTo("one");
        });
    }

    private String word() {
        return memory.of(Set.of("thing"), 1, () -> {
            reads.incrementAndGet();
            return jdbc.sql("select word from redress.thing where id = 1")
                    .query(String.class)
                    .single();
        });
    }
}
