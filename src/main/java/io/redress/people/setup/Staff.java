package io.redress.people.setup;

import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.engine.command.UnrestrictedQueries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The staff as the engine's own user administration knows them. */
@Component
public class Staff implements People {

    private final IdentityService identity;
    private final UnrestrictedQueries unrestricted;

    Staff(IdentityService identity, UnrestrictedQueries unrestricted) {
        this.identity = identity;
        this.unrestricted = unrestricted;
    }

    @Override
    public Optional<Person> find(String id) {
        if (id == null) {
            return Optional.empty();
        }
        return unrestricted.ask(
                () -> Optional.ofNullable(identity.createUserQuery().userId(id).singleResult())
                        .map(Staff::person));
    }

    @Override
    public List<Person> group(String name) {
        return unrestricted.ask(
                () -> identity.createUserQuery().memberOfGroup(name).orderByUserId().asc().list().stream()
                        .map(Staff::person)
                        .toList());
    }

    @Override
    public List<Person> staff() {
        return unrestricted.ask(() -> {
            Set<String> systems = identity.createUserQuery().memberOfGroup(Groups.SYSTEMS).list().stream()
                    .map(User::getId)
                    .collect(Collectors.toSet());
            return identity.createUserQuery().orderByUserId().asc().list().stream()
                    .filter(user -> !systems.contains(user.getId()))
                    .map(Staff::person)
                    .toList();
        });
    }

    @Override
    public List<String> groupsOf(String id) {
        if (id == null) {
            return List.of();
        }
        return unrestricted.ask(() -> identity.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .toList());
    }

    @Override
    public String currentUserId() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && login.isAuthenticated() && !(login instanceof AnonymousAuthenticationToken)) {
            return login.getName();
        }
        var engineLogin = identity.getCurrentAuthentication();
        return engineLogin == null ? null : engineLogin.getUserId();
    }

    private static Person person(User user) {
        var name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(StringUtils::hasText)
                .reduce((first, last) -> first + " " + last)
                .orElse(user.getId());
        return new Person(user.getId(), name, StringUtils.hasText(user.getEmail()) ? user.getEmail() : null);
    }
}
