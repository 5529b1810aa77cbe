package io.redress.redesign.diagram;

import io.redress.core.staff.Groups;
import io.redress.core.staff.Workplaces;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** The groups that a task may be offered to: those of every installation, its teams, and those that it has set up besides. */
@Component
class KnownGroups {

    private static final List<String> FIXED = List.of(Groups.HANDLERS, Groups.LEADS, Groups.MANAGERS);

    private final Workplaces workplaces;
    private final IdentityService identities;

    KnownGroups(Workplaces workplaces, IdentityService identities) {
        this.workplaces = workplaces;
        this.identities = identities;
    }

    boolean isKnown(String group) {
        return FIXED.contains(group)
                || workplaces.groups().contains(group)
                || identities.createGroupQuery().groupId(group).count() > 0;
    }

    /** Their names, for whoever has to choose one. */
    String all() {
        return Stream.concat(FIXED.stream(), workplaces.groups().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
