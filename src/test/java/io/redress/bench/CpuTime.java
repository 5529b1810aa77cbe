package io.redress.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Processor time used by this machine's part of the work, which says more than the clock where others use the machine
 * too: the application with its neighbours in this JVM, and the database.
 */
record CpuTime(Duration application, Duration database) {

    static CpuTime used(JdbcTemplate database) {
        var here = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Duration servers = database.queryForList("select pid from pg_stat_activity", Long.class).stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(server -> server.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
        return new CpuTime(Duration.ofNanos(here.getProcessCpuTime()), servers);
    }

    /** What was used since then, for each of so many pieces of work: milliseconds of the application and the database. */
    String sinceInWords(CpuTime then, int pieces) {
        return "%.1f + %.1f"
                .formatted(
                        application.minus(then.application).toNanos() / 1e6 / pieces,
                        database.minus(then.database).toNanos() / 1e6 / pieces);
    }
}
