package io.redress.insight.api.web;

import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Status;
import io.redress.complaint.search.CaseFilter;
import io.redress.complaint.search.CaseList;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import io.redress.core.text.VisibleText;
import io.redress.insight.api.web.CaseView.PageView;
import io.redress.insight.api.web.CaseView.Summary;
import io.redress.insight.api.web.CaseView.TimelineItem;
import io.redress.insight.api.web.CaseView.TimelineView;
import io.redress.intake.registration.CaseAccess;
import io.redress.people.team.Teams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The API that shows cases: staff see those of their teams that do not accuse them, a system those that it registered.
 */
@RestController
@RequestMapping("/api/complaints")
@Tag(name = "Complaints")
class CaseController {

    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_TEXT = 300;
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 9999;

    private final CaseList cases;
    private final CaseAccess access;
    private final CaseViews views;
    private final Teams teams;

    CaseController(CaseList cases, CaseAccess access, CaseViews views, Teams teams) {
        this.teams = teams;
        this.cases = cases;
        this.access = access;
        this.views = views;
    }

    @GetMapping("/{caseNumber}")
    @Operation(operationId = "readComplaint", summary = "Read a case")
    CaseView one(@PathVariable String caseNumber, Principal reader) {
        Complaint complaint = access.open(caseNumber, reader.getName());
        return views.of(complaint, access.isStaff(reader.getName()), access.mayKnowOrder(complaint, reader.getName()));
    }

    @GetMapping("/{caseNumber}/timeline")
    @Operation(
            operationId = "readTimeline",
            summary = "Read what happened in a case, oldest first",
            description = "Page 0 holds the latest thousand entries, page 1 the thousand before them.")
    TimelineView timeline(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "0") @Min(value = 0, message = "Pages are counted from 0.") int page,
            Principal reader) {
        Complaint complaint = access.open(caseNumber, reader.getName());
        List<TimelineItem> items = views.timeline(
                complaint, page, access.audience(reader.getName()), access.mayKnowOrder(complaint, reader.getName()));
        return new TimelineView(items.stream()
                .map(item -> item.saying(access.readable(item.text(), reader.getName())))
                .toList());
    }

    @GetMapping
    @Operation(
            operationId = "listComplaints",
            summary = "List cases: those with people in danger first, then the newest")
    PageView list(
            @RequestParam(required = false) @Schema(implementation = Status.class) String status,
            @RequestParam(required = false) @Schema(implementation = Channel.class) String channel,
            @RequestParam(required = false) @Schema(implementation = Claim.class) String claim,
            @RequestParam(required = false) @Schema(description = "The order's number.", maxLength = LONGEST_TEXT)
                    String order,
            @RequestParam(required = false)
                    @Schema(description = "A mail address, a phone number or a whole name.", maxLength = LONGEST_TEXT)
                    String customer,
            @RequestParam(required = false) @Schema(description = "The id of a team, or of a group with members.")
                    String team,
            @RequestParam(required = false)
                    @Schema(
                            format = "date-time",
                            description = "Finds the cases of which the timeline says something new since then.")
                    String updatedSince,
            @RequestParam(defaultValue = "0") @Min(value = 0, message = "Pages are counted from 0.") int page,
            @RequestParam(defaultValue = "20")
                    @Range(min = 1, max = LARGEST_PAGE, message = "Must be from {min} to {max}.")
                    int size,
            Principal reader) {
        String login = reader.getName();
        CaseFilter wanted = new CaseFilter(
                access.isStaff(login) ? null : login,
                team(team),
                word("status", Status.class, status),
                word("channel", Channel.class, channel),
                word("claim", Claim.class, claim),
                given("order", order),
                access.knowsOrders(login),
                given("customer", customer),
                time("updatedSince", updatedSince));
        Page<Complaint> found = cases.page(wanted, access.sight(login), PageRequest.of(page, size));
        return new PageView(
                found.map(complaint -> summary(complaint, login)).getContent(), page, size, found.getTotalElements());
    }

    private String team(String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        if (teams.find(id).isEmpty() && teams.members(id).isEmpty()) {
            throw new RefusedInput("team", "There is no such team.");
        }
        return id;
    }

    private static <E extends Enum<E>> E word(String parameter, Class<E> type, String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        return EnumWords.constant(type, word)
                .orElseThrow(() -> new RefusedInput(
                        parameter, "Must be one of " + String.join(", ", EnumWords.words(type)) + "."));
    }

    private static String given(String parameter, String text) {
        String given = VisibleText.of(text).orElse(null);
        if (given != null && given.length() > LONGEST_TEXT) {
            throw new RefusedInput(parameter, "Must have at most " + LONGEST_TEXT + " characters.");
        }
        return given;
    }

    /** In a URL a plus that is not encoded means a space; here it stands where the offset begins. */
    private static Instant time(String parameter, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text.strip().replace(' ', '+'));
            if (time.getYear() >= EARLIEST_YEAR && time.getYear() <= LATEST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException malformed) {
            // Refused below.
        }
        throw new RefusedInput(parameter, "Must be a time with its offset, such as 2026-11-24T09:30:00+01:00.");
    }

    private Summary summary(Complaint complaint, String reader) {
        boolean ofOrder = complaint.namedOrderNumber() != null || access.mayKnowOrder(complaint, reader);
        return new Summary(
                complaint.number().value(),
                EnumWords.word(complaint.status()),
                EnumWords.word(complaint.claim()),
                EnumWords.word(complaint.channel()),
                EnumWords.word(complaint.outcome()),
                complaint.receivedAt().atOffset(ZoneOffset.UTC),
                ofOrder ? complaint.orderNumber() : null,
                EnumWords.word(complaint.danger()));
    }
}
