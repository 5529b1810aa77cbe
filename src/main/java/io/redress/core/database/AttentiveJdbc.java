package io.redress.core.database;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.jdbc.support.KeyHolder;

/**
 * The one way to the database, which has the {@linkplain TransactionMemory memory of the transaction} forget what a
 * statement may change. Nobody who writes has to think of it, and nobody can forget to.
 */
class AttentiveJdbc extends JdbcTemplate {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:insert\\s+into|update|delete\\s+from)\\s+(?:only\\s+)?\"?redress\"?\\s*\\.\\s*\"?(\\w+)\"?");

    /** What makes a statement more than a reading one. */
    private static final Pattern EFFECT =
            Pattern.compile("\\b(insert|update|delete|truncate|lock|share|set|pg_advisory\\w*|call|do)\\b");

    /** Locks, and what cannot be told: everything may be different now. */
    private static final Set<String> EVERYTHING = Set.of("*");

    private final LoadingCache<String, Set<String>> effects =
            Caffeine.newBuilder().maximumSize(5_000).build(AttentiveJdbc::effect);

    AttentiveJdbc(DataSource source) {
        super(source);
    }

    private void note(PreparedStatementCreator statement) {
        String sql = statement instanceof SqlProvider provider ? provider.getSql() : null;
        note(sql);
    }

    private void note(String sql) {
        Set<String> written = sql == null ? EVERYTHING : effects.get(sql);
        if (written == EVERYTHING) {
            TransactionMemory.forgetAll();
        } else if (!written.isEmpty()) {
            TransactionMemory.forget(written);
        }
    }

    /** The tables of ours that a statement writes to. */
    static Set<String> effect(String sql) {
        String words = sql.toLowerCase(Locale.ROOT);
        Set<String> tables = new HashSet<>();
        Matcher written = WRITTEN.matcher(words);
        StringBuilder rest = new StringBuilder();
        while (written.find()) {
            tables.add(written.group(1));
            written.appendReplacement(rest, "");
        }
        written.appendTail(rest);
        // A statement that writes may lock the rows that it writes, as every update does, and shows no other ones.
        boolean locks =
                tables.isEmpty() ? EFFECT.matcher(rest).find() : rest.toString().contains("pg_advisory");
        return locks ? EVERYTHING : Set.copyOf(tables);
    }

    @Override
    public <T> T query(PreparedStatementCreator statement, PreparedStatementSetter values, ResultSetExtractor<T> rows) {
        note(statement);
        return super.query(statement, values, rows);
    }

    @Override
    public <T> T query(String sql, ResultSetExtractor<T> rows) {
        note(sql);
        return super.query(sql, rows);
    }

    @Override
    protected int update(PreparedStatementCreator statement, PreparedStatementSetter values) {
        note(statement);
        return super.update(statement, values);
    }

    @Override
    public int update(PreparedStatementCreator statement, KeyHolder keys) {
        note(statement);
        return super.update(statement, keys);
    }

    @Override
    public int update(String sql) {
        note(sql);
        return super.update(sql);
    }

    @Override
    public int[] batchUpdate(String sql, BatchPreparedStatementSetter values) {
        note(sql);
        return super.batchUpdate(sql, values);
    }

    @Override
    public int[] batchUpdate(PreparedStatementCreator statement, BatchPreparedStatementSetter values, KeyHolder keys) {
        note(statement);
        return super.batchUpdate(statement, values, keys);
    }

    @Override
    public <T> T execute(PreparedStatementCreator statement, PreparedStatementCallback<T> action) {
        note(statement);
        return super.execute(statement, action);
    }

    @Override
    public <T> T execute(StatementCallback<T> action) {
        TransactionMemory.forgetAll();
        return super.execute(action);
    }

    @Override
    public <T> T execute(ConnectionCallback<T> action) {
        TransactionMemory.forgetAll();
        return super.execute(action);
    }

    @Override
    public void execute(String sql) {
        TransactionMemory.forgetAll();
        super.execute(sql);
    }
}
