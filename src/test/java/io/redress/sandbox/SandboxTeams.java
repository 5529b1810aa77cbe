package io.redress.sandbox;

import io.redress.people.team.TeamChanges;
import io.redress.people.team.TeamDraft;
import io.redress.people.team.Teams;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The sandbox's second team, which speaks Chinese and works in Shanghai; what a manager makes of it afterwards stays. */
@TestComponent
class SandboxTeams {

    static final String CHINESE = "handlers-zh";

    private final Teams teams;
    private final TeamChanges changes;

    SandboxTeams(Teams teams, TeamChanges changes) {
        this.teams = teams;
        this.changes = changes;
    }

    /** Right after the people that it names. */
    @EventListener(ContextRefreshedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    void create() {
        if (teams.find(CHINESE).isPresent()) {
            return;
        }
        changes.put(
                "handlers",
                new TeamDraft(
                        "Case handlers", List.of(), List.of("de", "en"), "standard", null, null, List.of(), null, null),
                "manager");
        changes.put(
                CHINESE,
                new TeamDraft(
                        "Chinese team",
                        List.of(),
                        List.of("zh"),
                        "shanghai",
                        "Asia/Shanghai",
                        "lead2",
                        List.of("lead"),
                        List.of("li"),
                        null),
                "manager");
    }
}
