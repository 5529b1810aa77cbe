package io.redress.people.login;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses from which a login has worked, as rows. */
@Component
class AddressRows {

    private static final int MOST_NAMES = 1_000;
    private static final int MOST_ADDRESSES = 50;

    private final JdbcClient jdbc;

    AddressRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The names that have logged in from an address since then, with the last time that was noted. */
    Map<String, Instant> names(String address, Instant since) {
        Map<String, Instant> names = new HashMap<>();
        jdbc.sql("""
                        select name, seen_at from redress.login_address
                        where address = :address and seen_at >= :since order by seen_at desc limit :most""")
                .param("address", address)
                .param("since", Timestamp.from(since))
                .param("most", MOST_NAMES)
                .query(row -> {
                    names.put(row.getString("name"), row.getTimestamp("seen_at").toInstant());
                });
        return names;
    }

    /** Notes that the name has logged in from the address; of its addresses the newest fifty stay. */
    void seen(String name, String address, Instant now, Instant since) {
        jdbc.sql("""
                        insert into redress.login_address (name, address, seen_at) values (:name, :address, :now)
                        on conflict (name, address)
                        do update set seen_at = greatest(login_address.seen_at, excluded.seen_at)""")
                .param("name", name)
                .param("address", address)
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("""
                        delete from redress.login_address where name = :name and (seen_at < :since or address in (
                            select address from redress.login_address where name = :name
                            order by seen_at desc offset :most))""")
                .param("name", name)
                .param("since", Timestamp.from(since))
                .param("most", MOST_ADDRESSES)
                .update();
    }
}
