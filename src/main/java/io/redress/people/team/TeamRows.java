package io.redress.people.team;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code redress.team}. */
@Component
class TeamRows {

    private final JdbcClient jdbc;
    private final ZoneId zone;

    TeamRows(JdbcClient jdbc, @Value("${redress.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** In alphabetical order of their ids. */
    List<Team> all() {
        return jdbc.sql("select * from redress.team order by id")
                .query(this::team)
                .list();
    }

    Optional<Team> find(String id) {
        return jdbc.sql("select * from redress.team where id = :id")
                .param("id", id)
                .query(this::team)
                .optional();
    }

    /** Stores a team as it is to be from now on; where it takes the overflow, no other team does any more. */
    void put(Team team, String by, Instant now) {
        if (team.overflow()) {
            jdbc.sql("update redress.team set overflow = false where id <> :id")
                    .param("id", team.id())
                    .update();
        }
        jdbc.sql("""
                        insert into redress.team (id, name, markets, languages, calendar, zone, lead, deputies, overflow,
                          changed_by, changed_at)
                        values (:id, :name, :markets, :languages, :calendar, :zone, :lead, :deputies, :overflow, :by, :now)
                        on conflict (id) do update set name = excluded.name, markets = excluded.markets,
                          languages = excluded.languages, calendar = excluded.calendar, zone = excluded.zone,
                          lead = excluded.lead, deputies = excluded.deputies, overflow = excluded.overflow,
                          changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .param("id", team.id())
                .param("name", team.name())
                .param("markets", team.markets().toArray(String[]::new))
                .param("languages", team.languages().toArray(String[]::new))
                .param("calendar", team.calendar())
                .param("zone", team.zone().getId())
                .param("lead", team.lead())
                .param("deputies", team.deputies().toArray(String[]::new))
                .param("overflow", team.overflow())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    private Team team(ResultSet row, int index) throws SQLException {
        String own = row.getString("zone");
        return new Team(
                row.getString("id"),
                row.getString("name"),
                set(row.getArray("markets")),
                set(row.getArray("languages")),
                row.getString("calendar"),
                own == null ? zone : ZoneId.of(own),
                row.getString("lead"),
                List.copyOf(set(row.getArray("deputies"))),
                row.getBoolean("overflow"));
    }

    private static Set<String> set(Array array) throws SQLException {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList((String[]) array.getArray())));
    }
}
