package io.redress.remedy.ledger;

import io.redress.engine.port.StopSwitchSignal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The stop switch: holds all money and goods that the engine would send, while cases, acknowledgements and clocks run
 * on.
 */
@Component
public class StopSwitch {

    private static final long LOCK = 4_207_001;

    private final JdbcClient jdbc;
    private final RemedyProperties properties;
    private final DailyTotals totals;
    private final StopSwitchSignal signal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StopSwitch(
            JdbcClient jdbc,
            RemedyProperties properties,
            DailyTotals totals,
            StopSwitchSignal signal,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.totals = totals;
        this.signal = signal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the switch lets through. */
    public enum Mode {
        OPEN,
        HELD,
        /** Held since the beginning: nothing was ever let go, and what would have been paid is only reported. */
        PROPOSE_ONLY
    }

    /**
     * The latest setting of the switch.
     *
     * @param changedAt {@code null} while nobody has touched it
     */
    public record Setting(boolean held, String reason, String changedBy, Instant changedAt) {}

    public Mode mode() {
        return mode(setting().held(), properties.stopSwitch().initiallyHeld(), history());
    }

    static Mode mode(boolean held, boolean initiallyHeld, List<Setting> history) {
        if (!held) {
            return Mode.OPEN;
        }
        boolean everOpen = !initiallyHeld || history.stream().anyMatch(change -> !change.held());
        return everOpen ? Mode.HELD : Mode.PROPOSE_ONLY;
    }

    public Setting setting() {
        return history().stream()
                .findFirst()
                .orElseGet(() -> new Setting(
                        properties.stopSwitch().initiallyHeld(),
                        "As configured; nobody has changed it.",
                        "redress",
                        null));
    }

    /** Every change of the switch, newest first. */
    public List<Setting> history() {
        return jdbc.sql("select held, reason, changed_by, changed_at from redress.stop_switch_change order by id desc")
                .query((row, index) -> new Setting(
                        row.getBoolean("held"),
                        row.getString("reason"),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /** Turns the switch. When this returns with the switch held, nothing is sent any more that was not sent before. */
    public Setting turn(boolean held, String reason, String changedBy) {
        boolean letGo = Boolean.TRUE.equals(transaction.execute(status -> write(held, reason, changedBy)));
        if (letGo) {
            signal.released();
        }
        return setting();
    }

    /** @return whether this lets go what was held */
    private boolean write(boolean held, String reason, String changedBy) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)::text")
                .param("lock", LOCK)
                .query(String.class)
                .single();
        boolean wasHeld = setting().held();
        jdbc.sql("""
                        insert into redress.stop_switch_change (held, reason, changed_by, changed_at)
                        values (:held, :reason, :by, :now)""")
                .param("held", held)
                .param("reason", reason)
                .param("by", changedBy)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return wasHeld && !held;
    }

    /**
     * Whether a remedy has to wait, because the switch is held or because a day's total would be passed. Until the
     * caller's transaction ends, in which it notes the remedy as sent, nobody can turn the switch.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean holds(Remedy remedy) {
        jdbc.sql("select pg_advisory_xact_lock_shared(:lock)::text")
                .param("lock", LOCK)
                .query(String.class)
                .single();
        return setting().held() || totals.wouldBePassedBy(remedy);
    }
}
