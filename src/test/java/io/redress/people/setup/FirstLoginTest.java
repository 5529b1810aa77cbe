package io.redress.people.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.engine.EngineFilter;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands ready when the first people log in, and stays as they change it. */
@SandboxTest
class FirstLoginTest {

    private static final List<String> FOR_ALL = List.of("My tasks", "My team's tasks", "Overdue", "Due today");

    @Autowired
    SandboxDriver world;

    @Autowired
    IdentityService identity;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    SecuritySetup setup;

    @Autowired
    People people;

    @Test
    void everyoneFindsTheirLists() {
        for (var user : List.of("handler", "lead", "manager")) {
            var client = Client.program(world.baseUrl(), user);
            var lists =
                    List.of(client.get("/engine-rest/filter?resourceType=Task").as(EngineFilter[].class));
            var names = lists.stream().map(EngineFilter::name).toList();
            assertThat(names).as(user).containsAll(FOR_ALL);
            assertThat(names.contains("Waiting for approval")).isEqualTo(!user.equals("handler"));
            lists.forEach(list -> assertThat(client.get("/engine-rest/filter/" + list.id() + "/list")
                            .status())
                    .as(list.name())
                    .isEqualTo(200));
        }
        var list = Client.program(world.baseUrl(), "handler")
                .get("/engine-rest/filter?name=Overdue")
                .json();
        assertThat(list.at("/0/properties/variables").findValuesAsText("name"))
                .containsExactly("danger", "caseNumber", "customerName", "amount", "waitingFor");
    }

    @Test
    void anotherStartChangesNothingThatPeopleChanged() {
        var list =
                filters.createFilterQuery().filterName("Waiting for approval").singleResult();
        list.setName("To approve");
        filters.saveFilter(list);
        var grants = standingGrants();
        var lists = filters.createFilterQuery().count();

        setup.afterSingletonsInstantiated();

        assertThat(filters.createFilterQuery().count()).isEqualTo(lists);
        assertThat(standingGrants()).isEqualTo(grants);
        list.setName("Waiting for approval");
        filters.saveFilter(list);
    }

    /** All grants but those that whoever has a task is given with it: they come and go with other stories' cases. */
    private Set<String> standingGrants() {
        return authorizations.createAuthorizationQuery().list().stream()
                .filter(grant -> grant.getResourceType() != Resources.TASK.resourceType()
                        || grant.getResourceId().equals(Authorization.ANY))
                .map(Authorization::getId)
                .collect(Collectors.toSet());
    }

    @Test
    void theFirstAdministratorIsTheConfiguredOne() {
        assertThat(people.group(Groups.ADMINISTRATORS))
                .extracting(People.Person::id)
                .containsExactly("admin");
        var root = Client.program(world.baseUrl(), "admin");
        var created = root.post(
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"firstLoginNewcomer\",\"email\":\"new@example.org\"},"
                        + "\"credentials\":{\"password\":\"Open-Sesame-1!\"}}");
        assertThat(created.status()).as(created.body()).isEqualTo(204);
        assertThat(people.find("firstLoginNewcomer")).map(People.Person::email).contains("new@example.org");
        var weak = root.post(
                "/engine-rest/user/create", "{\"profile\":{\"id\":\"weak\"},\"credentials\":{\"password\":\"weak\"}}");
        assertThat(weak.status()).isGreaterThanOrEqualTo(400);
        assertThat(people.find("weak")).isEmpty();
    }

    @Test
    void everyoneChangesTheirOwnPassword() {
        var root = Client.program(world.baseUrl(), "admin");
        var id = "self" + System.nanoTime();
        root.post(
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"%s\"},\"credentials\":{\"password\":\"Open-Sesame-1!\"}}".formatted(id));
        identity.createMembership(id, Groups.HANDLERS);
        var change = "{\"password\":\"%s\",\"authenticatedUserPassword\":\"Open-Sesame-1!\"}";
        var own = Client.program(world.baseUrl(), id, "Open-Sesame-1!");
        assertThat(own.put("/engine-rest/user/lead/credentials", change.formatted("Mine-Now-1234!"))
                        .status())
                .isEqualTo(403);
        var answer = own.put("/engine-rest/user/" + id + "/credentials", change.formatted("Mine-Now-1234!"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(own.get("/engine-rest/task").status()).isEqualTo(401);
        identity.deleteUser(id);
    }
}
