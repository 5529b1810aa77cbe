package io.redress.people.setup;

import io.redress.core.staff.Groups;
import io.redress.core.startup.InvalidSetting;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The creation of the first administrator, so that somebody can log in and create the others; a system without one
 * could not be run.
 */
@Component
class FirstAdministrator {

    private final IdentityService identity;
    private final Grants grants;
    private final AdministratorProperties configured;

    FirstAdministrator(IdentityService identity, Grants grants, AdministratorProperties configured) {
        this.identity = identity;
        this.grants = grants;
        this.configured = configured;
    }

    /** Creates the administrator of the configuration if none exists; never changes one that does. */
    void create() {
        createGroup();
        if (identity.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).count() > 0) {
            return;
        }
        if (!StringUtils.hasText(configured.user()) || !StringUtils.hasText(configured.password())) {
            throw new InvalidSetting(
                    "there is no administrator yet",
                    "set REDRESS_ADMIN_USER and REDRESS_ADMIN_PASSWORD for this start");
        }
        createUser();
        identity.createMembership(configured.user(), Groups.ADMINISTRATORS);
    }

    private void createUser() {
        if (identity.createUserQuery().userId(configured.user()).count() > 0) {
            return;
        }
        var user = identity.newUser(configured.user());
        user.setFirstName("First");
        user.setLastName("Administrator");
        user.setPassword(configured.password());
        if (!identity.checkPasswordAgainstPolicy(configured.password(), user).isValid()) {
            throw new InvalidSetting(
                    "REDRESS_ADMIN_PASSWORD is too weak",
                    "take at least 10 characters with a small and a capital letter, a digit and a special character, "
                            + "without the user's name");
        }
        identity.saveUser(user);
    }

    private void createGroup() {
        if (identity.createGroupQuery().groupId(Groups.ADMINISTRATORS).count() == 0) {
            var group = identity.newGroup(Groups.ADMINISTRATORS);
            group.setName("Administrators");
            group.setType("SYSTEM");
            identity.saveGroup(group);
        }
        for (var resource : List.of(Resources.values())) {
            grants.give(Groups.ADMINISTRATORS, resource, Grants.ANY, Permissions.ALL);
        }
    }
}
