package io.redress.core.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Named locks in the database, on which those who are about to do the same thing wait for each other, on whatever node
 * they are.
 */
@Component
public class Locks {

    private final JdbcClient jdbc;

    Locks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes everybody else who names the same thing wait until the caller's transaction has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String thing) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:thing, 0))::text")
                .param("thing", thing)
                .query(String.class)
                .single();
    }
}
