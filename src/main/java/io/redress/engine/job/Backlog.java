package io.redress.engine.job;

import java.sql.Timestamp;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The number of steps that wait for each client. It is counted in the database every second, for all nodes, and
 * increased between two counts by what this node adds, because counting for each step would cost more than the step.
 */
@Component
class Backlog {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    /** Beyond this number more waiting steps make no difference to any client's priority. */
    private static final int MOST_COUNTED = 20_000;

    private static final String WAITING = """
            select c.client, count(*) as waiting
              from (select coalesce(root_proc_inst_id_, process_instance_id_) as instance
                      from act_ru_job
                     where duedate_ <= :now and retries_ > 0 and suspension_state_ = 1
                     limit :most) job
              join act_ru_execution e on e.id_ = job.instance
              join redress.complaint c on c.case_number = e.business_key_
             group by c.client""";

    private final JdbcClient jdbc;
    private volatile Map<String, AtomicLong> waiting = new ConcurrentHashMap<>();

    Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one step more for a client. @return how many waited before */
    long joinedBy(String client) {
        return waiting.computeIfAbsent(client, unknown -> new AtomicLong()).getAndIncrement();
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
    void count() {
        Map<String, AtomicLong> counted = new ConcurrentHashMap<>();
        try {
            jdbc.sql(WAITING)
                    .param("now", new Timestamp(ClockUtil.getCurrentTime().getTime()))
                    .param("most", MOST_COUNTED)
                    .query(row -> {
                        counted.put(row.getString("client"), new AtomicLong(row.getLong("waiting")));
                    });
            waiting = counted;
        } catch (DataAccessException away) {
            LOG.debug("Nobody can say what waits: {}", away.getMessage());
        }
    }
}
