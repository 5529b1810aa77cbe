package io.redress.remedy.ledger;

import io.redress.complaint.timeline.TimelineEntry;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The running sums of what goes out on a day without a person's decision, one row for each currency and day. The
 * database adds to them whenever a remedy is sent or fails, whoever writes it; here they begin and are read.
 */
@Component
class DaySums {

    private final JdbcClient jdbc;
    private final ZoneId zone;

    @Autowired
    DaySums(JdbcClient jdbc, RemedyProperties properties) {
        this(jdbc, properties.zone());
    }

    /** @param zone whose days they are */
    DaySums(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** The sum of a day in a currency; empty while it has not begun. */
    Optional<BigDecimal> of(String currency, LocalDate day) {
        return jdbc.sql("select sent from redress.day_sum where currency = :currency and day = :day")
                .param("currency", currency)
                .param("day", day)
                .query(BigDecimal.class)
                .optional();
    }

    /** Every sum of a day that has begun, by currency. */
    Map<String, BigDecimal> of(LocalDate day) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        jdbc.sql("select currency, sent from redress.day_sum where day = :day")
                .param("day", day)
                .query(row -> {
                    sums.put(row.getString("currency"), row.getBigDecimal("sent"));
                });
        return sums;
    }

    /**
     * Begins the sum of a day, with what has gone out already. What is sent at the same moment is only counted if this
     * was committed before, so it is committed before anything is sent.
     */
    void begin(String currency, LocalDate day) {
        jdbc.sql("""
                        insert into redress.day_sum (currency, day, begins_at, ends_at, sent)
                        select :currency, :day, :from, :until, coalesce(sum(redress.sent_by_itself(remedy)), 0)
                          from redress.remedy remedy
                         where sent_at >= :from and sent_at < :until and currency = :currency
                           and requested_by = :engine and approved_by = :engine
                        on conflict do nothing""")
                .param("currency", currency)
                .param("day", day)
                .param("from", Timestamp.from(day.atStartOfDay(zone).toInstant()))
                .param(
                        "until",
                        Timestamp.from(day.plusDays(1).atStartOfDay(zone).toInstant()))
                .param("engine", TimelineEntry.ENGINE)
                .update();
    }
}
