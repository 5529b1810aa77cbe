package io.redress.engine.deployment;

import io.redress.core.database.Locks;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/**
 * A deployment that, where it shall hold no duplicates, leaves out what is in force already, one file after the other.
 * Files that are bound to the ones beside them stay together.
 */
class DeployWhatDiffers extends DeployCmd {

    private static final long serialVersionUID = 1L;

    private final transient Locks locks;
    private final String lock;
    private final transient LiveResources live;

    DeployWhatDiffers(DeploymentBuilderImpl builder, Locks locks, String lock, LiveResources live) {
        super(builder);
        this.locks = locks;
        this.lock = lock;
        this.live = live;
    }

    /** Ours first, because whoever goes back to an earlier version holds it before the engine is asked. */
    @Override
    protected void acquireExclusiveLock(CommandContext context) {
        locks.hold(lock);
        super.acquireExclusiveLock(context);
    }

    @Override
    protected Map<String, ResourceEntity> resolveResourcesToDeploy(CommandContext context, DeploymentEntity candidate) {
        Map<String, ResourceEntity> all = candidate.getResources();
        if (!deploymentBuilder.isDuplicateFilterEnabled()) {
            return all;
        }
        Map<String, ResourceEntity> different = new TreeMap<>(all);
        different.values().removeIf(this::isLive);
        return different.isEmpty() || all.values().stream().noneMatch(file -> BoundFiles.isBound(file.getBytes()))
                ? different
                : all;
    }

    private boolean isLive(ResourceEntity file) {
        return live.deploymentOf(file.getName(), file.getBytes()).isPresent();
    }
}
