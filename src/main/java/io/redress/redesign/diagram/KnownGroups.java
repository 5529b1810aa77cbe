package io.redress.redesign.diagram;

import io.redress.core.staff.Groups;
import io.redress.core.staff.Workplaces;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The groups that a task may be offered to: those of every installation, its teams, and those that it has set up besides. */
@Component
class KnownGroups {

    private static final List<String> FIXED = List.of(Groups.HANDLERS, Groups.LEADS, Groups.MANAGERS);

    private final ObjectProvider<Workplaces> workplaces;
    private final ObjectProvider<IdentityService> identities;

    /** @param identities asked for with the first check, because the check is made before the engine */
    KnownGroups(ObjectProvider<Workplaces> workplaces, ObjectProvider<IdentityService> identities) {
        this.workplaces = workplaces;
        this.identities = identities;
    }

    boolean isKnown(String group) {
        return FIXED.contains(group)
                || workplaces.stream().anyMatch(places -> places.groups().contains(group))
                || identities.getObject().createGroupQuery().groupId(group).count() > 0;
    }

    /** Their names, for whoever has to choose one. */
    String all() {
        return Stream.concat(FIXED.stream(), workplaces.stream().flatMap(places -> places.groups().stream()))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
