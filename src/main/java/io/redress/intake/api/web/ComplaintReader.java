package io.redress.intake.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.customer.ComplainantRole;
import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.AffectedItem;
import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import io.redress.core.http.JsonFields;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.intake.registration.GivenContacts;
import io.redress.intake.registration.RegisterComplaint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The reader of a new complaint in JSON. It names everything that is wrong with it at once. */
@Component
public class ComplaintReader {

    static final int LONGEST_DESCRIPTION = 20_000;

    private static final Set<String> FIELDS = Set.of(
            "channel",
            "claim",
            "externalId",
            "receivedAt",
            "complainantRole",
            "acknowledged",
            "customer",
            "order",
            "affectedItems",
            "subject",
            "description",
            "desiredRemedy",
            "hurt");
    private static final Set<String> CUSTOMER = Set.of("name", "email", "phone", "locale", "timeZone");

    private static final Duration TOLERATED_CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Clock clock;

    ComplaintReader(Clock clock) {
        this.clock = clock;
    }

    /** @throws RefusedInput naming every field that is missing or wrong */
    RegisterComplaint read(JsonNode body) {
        List<Problem> problems = new ArrayList<>();
        JsonFields fields = JsonFields.of(body, FIELDS, problems);
        String description = fields.text("description", LONGEST_DESCRIPTION);
        if (description == null && !fields.isRefused("description")) {
            fields.refuse("description", "Say what went wrong.");
        }
        JsonFields order = fields.object("order", OrderReader.FIELDS);
        Map<Integer, String> lines = OrderReader.check(order);
        List<AffectedItem> affected = OrderReader.items(fields, "affectedItems", lines);
        RegisterComplaint command = new RegisterComplaint(
                Objects.requireNonNullElse(fields.word("channel", Channel.class), Channel.WEB),
                fields.word("claim", Claim.class),
                fields.text("externalId", 255),
                receivedAt(fields),
                fields.word("complainantRole", ComplainantRole.class),
                Boolean.TRUE.equals(fields.yesOrNo("acknowledged")),
                customer(fields),
                order.text("number", 100),
                order.text("paymentReference", 255),
                order.text("trackingCode", 100),
                body.hasNonNull("order") ? body.get("order").toString() : null,
                affected,
                fields.text("subject", 500),
                description,
                fields.text("desiredRemedy", 2_000),
                fields.yesOrNo("hurt"));
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems.stream().distinct().toList());
        }
        return command;
    }

    private Instant receivedAt(JsonFields fields) {
        Instant receivedAt = fields.instant("receivedAt");
        if (receivedAt != null && receivedAt.isAfter(clock.instant().plus(TOLERATED_CLOCK_SKEW))) {
            fields.refuse("receivedAt", "Must not lie in the future.");
        }
        if (receivedAt != null && receivedAt.isBefore(EARLIEST)) {
            fields.refuse("receivedAt", "Must not lie before the year 2000.");
        }
        return receivedAt;
    }

    private static Customer customer(JsonFields fields) {
        JsonFields customer = fields.object("customer", CUSTOMER);
        Customer given = new Customer(
                customer.text("name", 200),
                customer.text("email", GivenContacts.LONGEST),
                customer.text("phone", GivenContacts.LONGEST),
                locale(customer),
                zone(customer));
        if (!customer.isRefused("email") && !customer.isRefused("phone")) {
            GivenContacts.check(given, "email", "phone")
                    .forEach(problem -> customer.refuse(problem.field(), problem.message()));
        }
        return given;
    }

    private static String locale(JsonFields customer) {
        String locale = customer.text("locale", 35);
        if (locale != null && !Customer.isLanguage(locale)) {
            customer.refuse("locale", GivenContacts.LANGUAGE_EXPECTED);
        }
        return locale;
    }

    private static String zone(JsonFields customer) {
        String zone = customer.text("timeZone", 60);
        if (zone != null && !Customer.isTimeZone(zone)) {
            customer.refuse("timeZone", GivenContacts.ZONE_EXPECTED);
        }
        return zone;
    }
}
