package io.redress.people.setup;

import static io.redress.people.setup.Grants.ANY;

import io.redress.core.staff.Groups;
import io.redress.engine.command.UnrestrictedQueries;
import io.redress.people.guard.ProcessStartRule;
import io.redress.people.team.GroupKeeper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * The creation of the groups and of their permissions in the engine. Nobody may delete a case or a deployment: a
 * deleted case would be a forgotten one.
 */
@Component
class StaffGroups implements GroupKeeper {

    private static final Map<String, String> NAMES = Map.of(
            Groups.HANDLERS, "Case handlers",
            Groups.LEADS, "Team leads",
            Groups.MANAGERS, "Managers",
            Groups.SYSTEMS, "Connected systems");

    private static final List<String> STAFF = List.of(Groups.HANDLERS, Groups.LEADS, Groups.MANAGERS);

    private final IdentityService identity;
    private final Grants grants;
    private final FilterReaders readers;
    private final UnrestrictedQueries unrestricted;

    StaffGroups(IdentityService identity, Grants grants, FilterReaders readers, UnrestrictedQueries unrestricted) {
        this.identity = identity;
        this.grants = grants;
        this.readers = readers;
        this.unrestricted = unrestricted;
    }

    void create() {
        NAMES.forEach(this::createGroup);
        NAMES.keySet().forEach(this::letStart);
        STAFF.forEach(this::letWork);
        letLead(Groups.LEADS);
        letLead(Groups.MANAGERS);
        letManage(Groups.MANAGERS);
    }

    @Override
    public void keepTeam(String id, String name) {
        unrestricted.run(() -> {
            createGroup(id, name);
            var group = identity.createGroupQuery().groupId(id).singleResult();
            if (!name.equals(group.getName())) {
                group.setName(name);
                identity.saveGroup(group);
            }
            letStart(id);
            letWork(id);
            readers.letReadLikeHandlers(id);
        });
    }

    @Override
    public void setMembers(String id, Collection<String> logins) {
        unrestricted.run(() -> {
            var present = identity.createUserQuery().memberOfGroup(id).list().stream()
                    .map(User::getId)
                    .toList();
            present.stream()
                    .filter(login -> !logins.contains(login))
                    .forEach(login -> identity.deleteMembership(login, id));
            logins.stream()
                    .filter(login -> !present.contains(login))
                    .forEach(login -> identity.createMembership(login, id));
        });
    }

    private void createGroup(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            var group = identity.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
    }

    /**
     * Creating an instance takes a permission on the instance and one on its definition; only one definition has it.
     */
    private void letStart(String group) {
        grants.give(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        grants.give(
                group,
                Resources.PROCESS_DEFINITION,
                ProcessStartRule.PROCESS,
                Permissions.READ,
                Permissions.CREATE_INSTANCE,
                group.equals(Groups.SYSTEMS) ? Permissions.NONE : Permissions.READ_HISTORY);
    }

    /** Tasks need no grant: whoever is a candidate or the assignee may work on them. Comments need the history. */
    private void letWork(String group) {
        grants.give(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grants.give(group, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grants.give(group, Resources.USER, ANY, Permissions.READ);
        grants.give(group, Resources.GROUP, ANY, Permissions.READ);
        if (!group.equals(Groups.MANAGERS)) {
            grants.give(
                    group,
                    Resources.PROCESS_DEFINITION,
                    ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_HISTORY);
        }
        grants.give(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
    }

    private void letLead(String group) {
        grants.give(
                group,
                Resources.TASK,
                ANY,
                TaskPermissions.READ,
                TaskPermissions.UPDATE,
                TaskPermissions.TASK_ASSIGN,
                TaskPermissions.TASK_WORK);
    }

    private void letManage(String group) {
        grants.give(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grants.give(group, Resources.FILTER, ANY, Permissions.ALL);
        grants.give(group, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE);
        grants.give(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
        grants.give(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
                ProcessDefinitionPermissions.UPDATE_INSTANCE,
                ProcessDefinitionPermissions.UPDATE_INSTANCE_VARIABLE,
                ProcessDefinitionPermissions.RETRY_JOB,
                ProcessDefinitionPermissions.SUSPEND,
                ProcessDefinitionPermissions.SUSPEND_INSTANCE,
                ProcessDefinitionPermissions.MIGRATE_INSTANCE);
        grants.give(group, Resources.BATCH, ANY, BatchPermissions.READ, BatchPermissions.CREATE);
        grants.give(group, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
    }
}
