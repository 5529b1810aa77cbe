package io.redress.story;

import static org.awaitility.Awaitility.await;

import io.redress.answer.engine.EngineTask;
import io.redress.sandbox.SandboxDriver;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody who mends cases that stand still. */
class Mender {

    private final SandboxDriver world;
    private final Desk desk;

    Mender(SandboxDriver world, Desk desk) {
        this.world = world;
        this.desk = desk;
    }

    static Map<String, String> mend(String choice) {
        return Map.of("mend", choice, "reason", "Because I say so");
    }

    /** Waits for the task, while the time of the attempts before it goes by. */
    EngineTask awaitTask(String caseNumber) {
        return await("task Mend case of " + caseNumber)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(400))
                .until(
                        () -> {
                            List<EngineTask> found = desk.tasks(caseNumber, "Mend case");
                            if (found.isEmpty()) {
                                world.advance(Duration.ofSeconds(10));
                            }
                            return found;
                        },
                        found -> !found.isEmpty())
                .get(0);
    }
}
