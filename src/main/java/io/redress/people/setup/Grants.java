package io.redress.people.setup;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.springframework.stereotype.Component;

/**
 * The permissions that groups are given in the engine. A grant that exists already is an administrator's to change, and
 * stays.
 */
@Component
class Grants {

    static final String ANY = Authorization.ANY;

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** Grants the permissions on one resource, or on {@link #ANY} of its kind. */
    void give(String group, Resource resource, String id, Permission... permissions) {
        var present = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .count();
        if (present > 0) {
            return;
        }
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        for (var permission : permissions) {
            grant.addPermission(permission);
        }
        authorizations.saveAuthorization(grant);
    }
}
