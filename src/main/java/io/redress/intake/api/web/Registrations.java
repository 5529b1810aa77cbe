package io.redress.intake.api.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Status;
import io.redress.complaint.tracking.TrackingLinks;
import io.redress.core.input.Problem;
import io.redress.core.text.EnumWords;
import io.redress.intake.registration.CaseAccess;
import io.redress.intake.registration.GivenContacts;
import io.redress.time.clock.Deadlines;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The answers that clients get when they register a complaint, stored so that a repeat gets the same one to the letter.
 */
@Component
class Registrations {

    private final Deadlines deadlines;
    private final TrackingLinks links;
    private final CaseAccess access;
    private final ObjectMapper json;
    private final JdbcClient jdbc;

    Registrations(Deadlines deadlines, TrackingLinks links, CaseAccess access, ObjectMapper json, JdbcClient jdbc) {
        this.deadlines = deadlines;
        this.links = links;
        this.access = access;
        this.json = json;
        this.jdbc = jdbc;
    }

    record Registered(
            @NotNull String caseNumber,
            @NotNull @Schema(implementation = Status.class) String status,
            @NotNull OffsetDateTime receivedAt,
            List<Promised> promises,

            @Schema(description = "The customer's own page; null for staff, who are never the customer.")
            String trackingUrl,

            @Schema(description = "What was taken although it cannot be read, such as one contact beside another.")
            List<Problem> warnings) {}

    record Promised(@NotNull String kind, @NotNull OffsetDateTime dueAt) {}

    String keep(Complaint complaint) throws JsonProcessingException {
        List<Promised> promises = deadlines.of(complaint.number()).stream()
                .filter(clock -> clock.kind().isPromise())
                .map(clock -> new Promised(
                        EnumWords.word(clock.kind()),
                        clock.dueAt(complaint.createdAt()).atOffset(ZoneOffset.UTC)))
                .toList();
        String body = json.writeValueAsString(new Registered(
                complaint.number().value(),
                EnumWords.word(complaint.status()),
                complaint.receivedAt().atOffset(ZoneOffset.UTC),
                promises,
                access.isStaff(complaint.client()) ? null : links.url(complaint),
                GivenContacts.warnings(complaint.customer(), "customer.email", "customer.phone")));
        jdbc.sql("insert into redress.registration (case_number, body) values (:caseNumber, :body)")
                .param("caseNumber", complaint.number().value())
                .param("body", body)
                .update();
        return body;
    }

    /** The answer of the first time; a case that was started in the engine is answered for the first time now. */
    String bodyOf(Complaint complaint) {
        return jdbc.sql("select body from redress.registration where case_number = :caseNumber")
                .param("caseNumber", complaint.number().value())
                .query(String.class)
                .optional()
                .orElseGet(() -> {
                    try {
                        return keep(complaint);
                    } catch (JsonProcessingException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                });
    }
}
