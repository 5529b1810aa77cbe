package io.redress.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sample of the steps that fail for good once; all of them fail in {@link EveryStepFailsTest}. */
@SandboxTest
class SomeStepsFailTest {

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

    @Test
    void everyStepIsReachedOrSaidToBeOutOfReach() {
        Set<String> known = new TreeSet<>(StepFailures.scenarios().keySet());
        known.addAll(StepFailures.NOT_REACHED.keySet());

        assertThat(known).isEqualTo(StepFailures.ofAllDiagrams());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serviceTask_registerComplaint",
                "serviceTask_acknowledgeComplaint",
                "businessRuleTask_decideRemedy",
                "serviceTask_refundPayment",
                "callActivity_replacement",
                "businessRuleTask_decideCompensation",
                "userTask_verifyComplaint",
                "serviceTask_sendQuestion",
                "serviceTask_confirmWithdrawal",
                "serviceTask_sendReply",
            })
    void stepFailsForGoodOnceAndTheCaseGoesOn(String step) {
        failures.once(step, StepFailures.scenarios().get(step));
    }
}
