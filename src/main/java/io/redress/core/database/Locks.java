package io.redress.core.database;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Named locks in the database, on which those who are about to do the same thing wait for each other, on whatever node
 * they are. What a transaction holds already it does not ask for again.
 */
@Component
public class Locks {

    private final PerTransaction<Set<String>> held = new PerTransaction<>(HashSet::new);
    private final JdbcClient jdbc;

    Locks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes everybody else who names the same thing wait until the caller's transaction has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String thing) {
        hold(List.of(thing));
    }

    /**
     * The same for several things, locked one after the other.
     *
     * @param things in the order in which everybody names them, so that no two wait for each other
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Collection<String> things) {
        String[] missing =
                things.stream().filter(thing -> !held.get().contains(thing)).toArray(String[]::new);
        if (missing.length == 0) {
            return;
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(thing, 0))::text from unnest(:things) as thing")
                .param("things", missing)
                .query(String.class)
                .list();
        held.get().addAll(List.of(missing));
    }
}
