package io.redress.sandbox;

import io.redress.people.limit.CallerLimits;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Switches the limits on how much each caller may ask. */
@TestComponent
@RestController
@RequestMapping("/sandbox/limits")
class LimitController {

    record Switch(boolean enabled) {}

    private final CallerLimits limits;

    LimitController(CallerLimits limits) {
        this.limits = limits;
    }

    @GetMapping
    Switch read() {
        return new Switch(limits.areEnabled());
    }

    @PostMapping
    Switch turn(@RequestBody Switch wanted) {
        limits.enable(wanted.enabled());
        return read();
    }
}
