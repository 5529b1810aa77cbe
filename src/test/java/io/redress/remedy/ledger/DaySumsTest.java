package io.redress.remedy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day's running sum is at every moment what adding the whole day up would give, whatever happens to its remedies. */
class DaySumsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** The night in which an hour comes twice is a day like any other. */
    private static final LocalDate LONG_DAY = LocalDate.of(2026, 10, 25);

    private static final Map<String, List<String>> WAYS_ON = Map.of(
            "APPROVED", List.of("SENT", "SUPERSEDED"),
            "SENT", List.of("UNKNOWN", "SETTLED", "FAILED"),
            "UNKNOWN", List.of("SETTLED", "FAILED"),
            "SETTLED", List.of("FAILED"));

    private static LedgerBase ledger;
    private static DaySums sums;

    @BeforeAll
    static void open() {
        ledger = new LedgerBase();
        sums = new DaySums(JdbcClient.create(ledger.source()), BERLIN);
    }

    @Test
    void sumIsWhatAddingUpGives() {
        Random random = new Random(7);
        List<LocalDate> days = List.of(LONG_DAY.minusDays(1), LONG_DAY, LONG_DAY.plusDays(1));
        List<UUID> remedies = new ArrayList<>();
        for (int step = 0; step < 240; step++) {
            if (step == 60) {
                days.forEach(day -> Set.of("EUR", "CNY").forEach(currency -> sums.begin(currency, day)));
            }
            if (remedies.isEmpty() || random.nextInt(3) == 0) {
                remedies.add(approved(random));
            } else {
                moveOn(remedies.get(random.nextInt(remedies.size())), random);
            }
            if (step >= 60) {
                for (LocalDate day : days) {
                    Map<String, BigDecimal> kept = sums.of(day);
                    kept.replaceAll((currency, sum) -> sum.setScale(2));
                    assertThat(kept).as("%s after %d steps", day, step).isEqualTo(addedUp(day));
                }
            }
        }
        assertThat(days).as("days on which anything went out").anyMatch(day -> addedUp(day).values().stream()
                .anyMatch(sum -> sum.signum() > 0));
    }

    @Test
    void dayThatBeginsTwiceIsCountedOnce() {
        LocalDate day = LocalDate.of(2026, 3, 3);
        UUID refund = approved("EUR", "12.50", "redress");
        ledger.sql.update(
                "update redress.remedy set status = 'SENT', changed_at = ? where id = ?",
                Timestamp.from(day.atTime(12, 0).atZone(BERLIN).toInstant()),
                refund);

        sums.begin("EUR", day);
        sums.begin("EUR", day);

        assertThat(sums.of("EUR", day))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("12.50"));
        assertThat(sums.of("EUR", day.plusDays(1))).isEmpty();
    }

    /** The oracle: every remedy of the day, read and added up here. */
    private static Map<String, BigDecimal> addedUp(LocalDate day) {
        Map<String, BigDecimal> sum = new TreeMap<>(Map.of("EUR", BigDecimal.ZERO, "CNY", BigDecimal.ZERO));
        ledger.sql.query("select * from redress.remedy", row -> {
            boolean out = Set.of("SENT", "UNKNOWN", "SETTLED").contains(row.getString("status"));
            boolean nobodys = row.getString("requested_by").equals("redress")
                    && row.getString("approved_by").equals("redress");
            if (out
                    && nobodys
                    && row.getTimestamp("sent_at")
                            .toInstant()
                            .atZone(BERLIN)
                            .toLocalDate()
                            .equals(day)) {
                sum.merge(
                        row.getString("currency"),
                        row.getBigDecimal("amount").add(row.getBigDecimal("goods_value")),
                        BigDecimal::add);
            }
        });
        sum.replaceAll((currency, amount) -> amount.setScale(2));
        return sum;
    }

    private static UUID approved(Random random) {
        return approved(
                random.nextBoolean() ? "EUR" : "CNY",
                BigDecimal.valueOf(1 + random.nextInt(100_00), 2).toPlainString(),
                random.nextInt(4) == 0 ? "lead" : "redress");
    }

    private static UUID approved(String currency, String amount, String by) {
        UUID id = UUID.randomUUID();
        ledger.sql.update("""
                insert into redress.remedy (id, case_number, round, kind, status, currency, amount, goods_value,
                  requested_by, approved_by, created_at, changed_at, changed_by)
                values (?, ?, 1, 'GOODWILL', 'APPROVED', ?, ?, 0, 'redress', ?, now(), now(), 'redress')""", id, ledger.newCase(), currency, new BigDecimal(amount), by);
        return id;
    }

    private static void moveOn(UUID remedy, Random random) {
        List<String> ways = WAYS_ON.getOrDefault(ledger.status(remedy), List.of());
        if (!ways.isEmpty()) {
            ZonedDateTime from = LONG_DAY.minusDays(1).atStartOfDay(BERLIN);
            var at = from.plus(Duration.ofMinutes(random.nextInt(72 * 60))).toInstant();
            ledger.sql.update(
                    "update redress.remedy set status = ?, changed_at = ?, changed_by = 'redress' where id = ?",
                    ways.get(random.nextInt(ways.size())),
                    Timestamp.from(at),
                    remedy);
        }
    }
}
