package io.redress.sandbox;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The people and systems to try the sandbox with; each one's password is the login itself. */
@TestComponent
public class DemoUsers {

    /** A login, the name people read, and the group it belongs to. */
    record Demo(String id, String firstName, String lastName, String group) {

        String email() {
            return id + "@redress.example";
        }
    }

    static final List<Demo> ALL = List.of(
            new Demo("handler", "Hanna", "Handler", "handlers"),
            new Demo("handler2", "Henry", "Handler", "handlers"),
            new Demo("li", "Li", "Wei", SandboxTeams.CHINESE),
            new Demo("lead", "Lea", "Lead", "leads"),
            new Demo("lead2", "Leo", "Lead", "leads"),
            new Demo("manager", "Mona", "Manager", "managers"),
            new Demo("manager2", "Max", "Manager", "managers"),
            new Demo("system", "Shop", "System", "systems"),
            new Demo("stranger", "Some", "Stranger", "systems"));

    private final IdentityService identities;

    DemoUsers(IdentityService identities) {
        this.identities = identities;
    }

    /** Early, so that whoever looks for an administrator or a handler at start finds one. */
    @EventListener(ContextRefreshedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void create() {
        ALL.forEach(this::create);
    }

    private void create(Demo demo) {
        // A team is made with its group and its members, by SandboxTeams.
        boolean ofTeam = demo.group().equals(SandboxTeams.CHINESE);
        if (!ofTeam && identities.createGroupQuery().groupId(demo.group()).count() == 0) {
            var group = identities.newGroup(demo.group());
            group.setName(demo.group());
            group.setType("WORKFLOW");
            identities.saveGroup(group);
        }
        if (identities.createUserQuery().userId(demo.id()).count() == 0) {
            var user = identities.newUser(demo.id());
            user.setFirstName(demo.firstName());
            user.setLastName(demo.lastName());
            user.setEmail(demo.email());
            user.setPassword(demo.id());
            // The password policy is for real people; these passwords are printed on the console.
            ((IdentityServiceImpl) identities).saveUser(user, true);
        }
        var member = identities.createUserQuery().userId(demo.id()).memberOfGroup(demo.group());
        if (!ofTeam && member.count() == 0) {
            identities.createMembership(demo.id(), demo.group());
        }
    }
}
