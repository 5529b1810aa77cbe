package io.redress.sandbox;

import io.redress.redesign.gate.GateMode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the gate only warn, so that the fences behind it can be tried. */
@TestComponent
@RestController
@RequestMapping("/sandbox/gate")
class GateController {

    enum Mode {
        refuse,
        warn
    }

    record Setting(Mode mode) {}

    private final GateMode gate;

    GateController(GateMode gate) {
        this.gate = gate;
    }

    @GetMapping
    Setting read() {
        return new Setting(gate.isRefusing() ? Mode.refuse : Mode.warn);
    }

    @PostMapping
    Setting set(@RequestBody Setting wanted) {
        gate.refuse(wanted.mode() == Mode.refuse);
        return read();
    }
}
