package io.redress.people.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.ProblemDocument;
import io.redress.answer.engine.EngineFilter;
import io.redress.people.security.Door;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Attacks both doors with expressions that would run as code. */
@SandboxTest
class ExpressionAttackTest {

    @Autowired
    SandboxDriver world;

    @ParameterizedTest
    @EnumSource(Door.class)
    void expressionsInQueriesDoNotRun(Door door) {
        var attacks = List.of(
                "{\"orQueries\":[{\"dueAfterExpression\":\"${''.getClass().forName('java.lang.Runtime')}\"}]}",
                "{\"assigneeExpression\":\"${now().getClass()}\"}",
                "{\"orQueries\":[{\"orQueries\":[{\"DUEAFTEREXPRESSION\":\"${1}\"}]}]}",
                "{\"assigneeExpression\":[\"${currentUser()}\"]}");
        for (var user : List.of("handler", "manager", "admin")) {
            var client = door.as(world.baseUrl(), user);
            for (var attack : attacks) {
                var answer = client.post(door.prefix() + "/task", attack);
                assertThat(answer.status()).as(user + attack + answer.body()).isEqualTo(400);
                assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
                assertThat(answer.as(ProblemDocument.class).fields().get(0)).endsWithIgnoringCase("expression");
            }
            assertThat(client.get(door.prefix() + "/task?assigneeExpressio%6E=%24%7B1%7D")
                            .status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void filtersCarryOnlyKnownExpressionsAndAreTheManagers(Door door) {
        var bad = """
                {"resourceType":"Task","name":"bad","query":{"orQueries":[{"dueBeforeExpression":"${''.getClass()}"}]}}""";
        var good = """
                {"resourceType":"Task","name":"good","query":{"dueBeforeExpression":"${endOfToday()}"}}""";
        var manager = door.as(world.baseUrl(), "manager");
        assertThat(manager.post(door.prefix() + "/filter/create", bad).status()).isEqualTo(400);
        var created = manager.post(door.prefix() + "/filter/create", good);
        assertThat(created.status()).as(created.body()).isEqualTo(200);
        var address =
                door.prefix() + "/filter/" + created.as(EngineFilter.class).id();
        assertThat(manager.get(address + "/list").status()).isEqualTo(200);
        assertThat(manager.put(address, bad).status()).isEqualTo(400);
        assertThat(manager.delete(address).status()).isEqualTo(204);
        assertThat(door.as(world.baseUrl(), "handler")
                        .post(door.prefix() + "/filter/create", good)
                        .status())
                .isEqualTo(403);
    }
}
