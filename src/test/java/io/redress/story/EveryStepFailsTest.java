package io.redress.story;

import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every step of every shipped diagram fails for good once, a person is told, and the case goes on. */
@Tag("deep")
@SandboxTest
class EveryStepFailsTest {

    private SandboxDriver world;
    private StepFailures failures;

    @Autowired
    void enter(SandboxDriver world, JdbcClient jdbc) {
        this.world = world;
        this.failures = new StepFailures(world, new Desk(world), jdbc);
    }

    @AfterEach
    void behave() {
        world.behave();
    }

    static Stream<Arguments> steps() {
        return StepFailures.scenarios().entrySet().stream()
                .map(reached -> Arguments.of(reached.getKey(), reached.getValue()));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void stepFailsForGoodOnceAndTheCaseGoesOn(String step, Scenario scenario) {
        failures.once(step, scenario);
    }
}
