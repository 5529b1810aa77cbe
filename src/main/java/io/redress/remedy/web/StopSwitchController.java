package io.redress.remedy.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.engine.People;
import io.redress.engine.Problem;
import io.redress.engine.RefusedInput;
import io.redress.remedy.StopSwitch;
import io.redress.remedy.StopSwitch.Setting;
import io.swagger.v3.oas.annotations.media.Schema;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stop switch, for managers. */
@RestController
@RequestMapping("/api/stop-switch")
class StopSwitchController {

    private final StopSwitch stopSwitch;
    private final People people;

    StopSwitchController(StopSwitch stopSwitch, People people) {
        this.stopSwitch = stopSwitch;
        this.people = people;
    }

    @Schema(name = "StopSwitchTurn")
    record Turn(
            @Schema(type = "boolean") JsonNode held,

            @Schema(type = "string", description = "Why; it is kept.")
            JsonNode reason) {}

    @GetMapping
    Setting setting(Principal manager) {
        requireManager(manager);
        return stopSwitch.setting();
    }

    /** Every change, newest first: who turned it, when and why. */
    @GetMapping("/history")
    List<Setting> history(Principal manager) {
        requireManager(manager);
        return stopSwitch.history();
    }

    @PutMapping
    Setting turn(@RequestBody Turn turn, Principal manager) {
        requireManager(manager);
        List<Problem> problems = new ArrayList<>();
        if (turn.held() == null || !turn.held().isBoolean()) {
            problems.add(new Problem("held", "Say true to hold all money and goods, or false to let them go."));
        }
        if (turn.reason() == null
                || !turn.reason().isTextual()
                || turn.reason().textValue().isBlank()) {
            problems.add(new Problem("reason", "Say why; it is kept."));
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        return stopSwitch.turn(
                turn.held().booleanValue(), turn.reason().textValue().strip(), manager.getName());
    }

    private void requireManager(Principal manager) {
        if (!people.groupsOf(manager.getName()).contains("managers")) {
            throw new AccessDeniedException("Only managers touch the stop switch.");
        }
    }
}
