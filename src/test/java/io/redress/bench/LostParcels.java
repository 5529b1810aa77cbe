package io.redress.bench;

import static org.awaitility.Awaitility.await;

import io.redress.answer.Registered;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases of lost parcels, which no person touches, as far as they are wanted. */
final class LostParcels {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofMillis(5);

    private final SandboxDriver world;
    private final JdbcTemplate database;

    LostParcels(SandboxDriver world, JdbcTemplate database) {
        this.world = world;
        this.database = database;
    }

    Registered file(SandboxOrder order) {
        return Complaints.fileLost(world.as("system"), order);
    }

    /** The number of a case that was made good. */
    String settle(SandboxOrder order) {
        String number = file(order).caseNumber();
        awaitStatus(number, "WAITING_FOR_FOLLOW_UP");
        return number;
    }

    /** The number of a case that was made good, and closed because the customer said nothing more. */
    String finish() {
        String number = settle(world.copyOf("R-1001"));
        world.advance(Duration.ofDays(6));
        await().atMost(PATIENCE).until(() -> 0 < database.queryForObject("""
                select count(*) from act_ru_execution e join act_hi_procinst p using (proc_inst_id_)
                 where p.business_key_ = ? and e.act_id_ = 'gateway_awaitAnswer'""", Long.class, number));
        world.advance(Duration.ofDays(15));
        awaitStatus(number, "CLOSED");
        await().atMost(PATIENCE)
                .until(() -> 0
                        == database.queryForObject(
                                "select count(*) from act_ru_execution where business_key_ = ?", Long.class, number));
        return number;
    }

    void awaitStatus(String number, String status) {
        await().atMost(PATIENCE)
                .pollInterval(SOON)
                .until(() -> 1
                        == database.queryForObject(
                                "select count(*) from redress.complaint where case_number = ? and status = ?",
                                Long.class,
                                number,
                                status));
    }
}
