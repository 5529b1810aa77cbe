package io.redress.engine.task;

import java.util.List;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * The engine's rights, of which there is one for each open task and group. Where the engine would read all of them, to
 * join each variable with each, or to see which of somebody's groups have any, they are looked up one by one.
 */
public final class LookedUpRights extends AuthorizationManager {

    /** All of them: a group without rights gives none. */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? EMPTY_LIST : groups;
    }

    /** With the check that also sees rights that were taken away, which looks at each variable's own rights. */
    @Override
    protected void configureVariableInstanceQuery(VariableInstanceQueryImpl query) {
        super.configureVariableInstanceQuery(query);
        query.getAuthCheck().setRevokeAuthorizationCheckEnabled(true);
    }
}
