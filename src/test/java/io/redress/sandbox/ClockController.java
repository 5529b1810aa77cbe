package io.redress.sandbox;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One clock for engine, application and providers; it can be moved forward. */
@TestComponent
@RestController
@RequestMapping("/sandbox/clock")
class ClockController {

    /** By how much to move: an ISO 8601 duration or period. */
    record Move(String advance) {}

    private final SandboxClock clock;

    ClockController(SandboxClock clock) {
        this.clock = clock;
    }

    @GetMapping
    Map<String, String> now() {
        return Map.of("now", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    @PostMapping
    Map<String, String> advance(@RequestBody Move move) {
        clock.advance(String.valueOf(move.advance()));
        return now();
    }
}
