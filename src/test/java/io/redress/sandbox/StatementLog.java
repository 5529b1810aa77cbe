package io.redress.sandbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The statements that the application sends to its database while somebody records them, whether they are ours, the
 * framework's or the engine's, by the transaction that they belong to. The database's own checks are not among them.
 */
public class StatementLog implements BeanPostProcessor, QueryExecutionListener {

    /** A statement, with its parameters in words. */
    private record Sent(String text, String parameters) {}

    private final Map<String, List<Sent>> transactions = new LinkedHashMap<>();
    private volatile boolean recording;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? listened(source) : bean;
    }

    private DataSource listened(DataSource source) {
        DataSource listened =
                ProxyDataSourceBuilder.create(source).listener(this).build();
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return recording ? listened.getConnection() : super.getConnection();
            }
        };
    }

    /** Forgets what was recorded, and records from now on. */
    public synchronized void begin() {
        transactions.clear();
        recording = true;
    }

    public void end() {
        recording = false;
    }

    /**
     * The transactions recorded in which anything named this, such as a case number, each with its statements in their
     * order. A statement outside of a transaction is one of its own.
     */
    public synchronized List<List<String>> naming(String name) {
        return transactions.values().stream()
                .filter(sent -> sent.stream()
                        .anyMatch(statement -> statement.parameters().contains(name)))
                .map(sent -> sent.stream().map(Sent::text).toList())
                .toList();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // Only what was sent counts.
    }

    @Override
    public synchronized void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        List<Sent> sent = transactions.computeIfAbsent(execution.getConnectionId(), id -> new ArrayList<>());
        queries.forEach(query -> sent.add(new Sent(query.getQuery(), parameters(query))));
    }

    private static String parameters(QueryInfo query) {
        return String.join(
                " ",
                query.getParametersList().stream()
                        .flatMap(List::stream)
                        .map(ParameterSetOperation::getArgs)
                        .flatMap(Stream::of)
                        .map(StatementLog::word)
                        .toList());
    }

    private static String word(Object argument) {
        try {
            return argument instanceof Object[] several
                    ? Arrays.toString(several)
                    : argument instanceof Array array ? word(array.getArray()) : String.valueOf(argument);
        } catch (SQLException gone) {
            return "";
        }
    }
}
