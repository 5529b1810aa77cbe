package io.redress.engine.settings;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The release of the jobs that this very node had locked when it died, so that they do not wait for the lock to expire.
 *
 * <p>Only a name given in {@code redress.node} is stable, so only its locks are released; it must be unique among
 * running nodes. Without one the engine invents a name at each start and old locks expire by themselves. This runs
 * after the web server has opened its port, so that a second start by mistake fails before it could release the locks
 * of the first.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class OwnLocks {

    private static final Logger LOG = LoggerFactory.getLogger(OwnLocks.class);

    private final JdbcTemplate database;
    private final String node;

    OwnLocks(JobExecutor executor, JdbcTemplate database, EngineProperties properties) {
        this.database = database;
        this.node = properties.node();
        if (StringUtils.hasText(node)) {
            executor.setLockOwner(node);
        }
    }

    @EventListener(ApplicationStartedEvent.class)
    void free() {
        if (StringUtils.hasText(node)) {
            var freed = database.update("""
                    update act_ru_job set lock_owner_ = null, lock_exp_time_ = null, rev_ = rev_ + 1
                    where lock_owner_ = ?""", node);
            LOG.info("Node {} freed {} jobs it had locked before its last end", node, freed);
        }
    }
}
