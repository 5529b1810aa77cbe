package io.redress.insight.register.web;

import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of promises, for leads and managers. */
@RestController
@RequestMapping("/api/promises")
@Tag(name = "Promises")
class RegisterController {

    private static final Set<String> READERS = Set.of(Groups.LEADS, Groups.MANAGERS);

    private final RegisterViews views;
    private final People people;

    RegisterController(RegisterViews views, People people) {
        this.views = views;
        this.people = people;
    }

    @GetMapping("/register")
    @Operation(summary = "Read what became of our promises, by month, team and kind; the last three months by default")
    RegisterView register(
            @RequestParam(required = false) String from, @RequestParam(required = false) String to, Principal reader) {
        requireReader(reader);
        return views.of(from, to);
    }

    @GetMapping(path = "/register.csv", produces = "text/csv")
    @Operation(summary = "The same as a file")
    ResponseEntity<String> file(
            @RequestParam(required = false) String from, @RequestParam(required = false) String to, Principal reader) {
        requireReader(reader);
        return RegisterFile.of(views.of(from, to));
    }

    private void requireReader(Principal reader) {
        if (people.groupsOf(reader.getName()).stream().noneMatch(READERS::contains)) {
            throw new AccessDeniedException("Only leads and managers read the register of promises.");
        }
    }
}
