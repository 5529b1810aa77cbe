package io.redress.verification.safety.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.text.VisibleText;
import io.redress.people.visibility.Visibility;
import io.redress.verification.safety.SafetyChange;
import io.redress.verification.safety.SafetyRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The safety register, for leads and managers. */
@RestController
@RequestMapping("/api/safety-register")
@Tag(name = "Safety")
class SafetyRegisterController {

    private static final Set<String> READERS = Set.of(Groups.LEADS, Groups.MANAGERS);
    private static final Set<String> FIELDS =
            Set.of("article", "batch", "hazard", "injury", "authority", "authorityToldAt");

    private final SafetyRegister register;
    private final SafetyViews views;
    private final Visibility visibility;
    private final People people;
    private final ObjectMapper json;

    SafetyRegisterController(
            SafetyRegister register, SafetyViews views, Visibility visibility, People people, ObjectMapper json) {
        this.register = register;
        this.views = views;
        this.visibility = visibility;
        this.people = people;
        this.json = json;
    }

    @Schema(name = "SafetyRecordChange")
    record ChangeRequest(
            @Schema(example = "K-200 Kettle") String article,
            @Schema(example = "L 2209") String batch,

            @Schema(example = "The lid comes off while it boils")
            String hazard,

            @Schema(example = "Scalded hand, seen in hospital")
            String injury,

            @Schema(description = "The authority that was told; together with authorityToldAt.")
            String authority,

            @Schema(description = "When; ends the duty's clock.", example = "2026-11-24T09:30:00+01:00")
            String authorityToldAt) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read the safety register, oldest first",
            description = "As a file by Accept: text/csv. from and to are days, both included; without them all of it.")
    SafetyView list(@RequestParam Map<String, String> asked, Principal reader) {
        requireReader(reader);
        return views.of(asked, reader.getName());
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<String> file(@RequestParam Map<String, String> asked, Principal reader) {
        requireReader(reader);
        return SafetyFile.of(views.of(asked, reader.getName()));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Write into a row; what is missing stays as it is, and what was there before stays readable",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = ChangeRequest.class))))
    SafetyView.RowView change(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody String body,
            Principal writer) {
        requireReader(writer);
        UUID row = row(id);
        if (register.caseOf(row)
                .filter(about -> visibility.maySee(writer.getName(), about))
                .isEmpty()) {
            throw unknown();
        }
        return register.change(row, change(body), writer.getName())
                .map(views::row)
                .orElseThrow(SafetyRegisterController::unknown);
    }

    private static UUID row(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw unknown();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such row.");
    }

    private SafetyChange change(String body) {
        List<Problem> problems = new ArrayList<>();
        JsonNode node = read(body);
        node.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                problems.add(new Problem(name, "This field is not known."));
            }
        });
        SafetyChange change = new SafetyChange(
                text(node, "article", problems),
                text(node, "batch", problems),
                text(node, "hazard", problems),
                text(node, "injury", problems),
                text(node, "authority", problems),
                instant(node, problems));
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        return change;
    }

    private JsonNode read(String body) {
        try {
            JsonNode node = json.readTree(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException malformed) {
            throw new RefusedInput("body", "Is not well-formed JSON: " + malformed.getOriginalMessage());
        }
        throw new RefusedInput("body", "Must be a JSON object.");
    }

    private static String text(JsonNode node, String field, List<Problem> problems) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().indexOf('\0') >= 0) {
            problems.add(new Problem(field, "Must be a text."));
            return null;
        }
        return VisibleText.of(value.textValue()).orElse(null);
    }

    private static Instant instant(JsonNode node, List<Problem> problems) {
        String text = text(node, "authorityToldAt", problems);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            problems.add(new Problem(
                    "authorityToldAt", "Must be a time with its offset, such as 2026-11-24T09:30:00+01:00."));
            return null;
        }
    }

    private void requireReader(Principal reader) {
        if (people.groupsOf(reader.getName()).stream().noneMatch(READERS::contains)) {
            throw new AccessDeniedException("Only leads and managers read the safety register.");
        }
    }
}
