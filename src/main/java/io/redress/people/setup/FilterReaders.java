package io.redress.people.setup;

import io.redress.core.staff.Groups;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** The grants by which further groups of handlers see the lists of tasks that handlers see. */
@Component
class FilterReaders {

    private final AuthorizationService authorizations;
    private final Grants grants;

    FilterReaders(AuthorizationService authorizations, Grants grants) {
        this.authorizations = authorizations;
        this.grants = grants;
    }

    void letReadLikeHandlers(String group) {
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(Groups.HANDLERS)
                .resourceType(Resources.FILTER)
                .hasPermission(Permissions.READ)
                .list()
                .forEach(grant -> grants.give(group, Resources.FILTER, grant.getResourceId(), Permissions.READ));
    }
}
