package io.redress.intake.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.AffectedItem;
import io.redress.complaint.Channel;
import io.redress.complaint.Claim;
import io.redress.complaint.ComplainantRole;
import io.redress.complaint.Customer;
import io.redress.engine.Problem;
import io.redress.engine.RefusedInput;
import io.redress.intake.CustomerCorrection;
import io.redress.intake.GivenContacts;
import io.redress.intake.RegisterComplaint;
import io.redress.money.ExactJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.springframework.stereotype.Component;

/** Reads a new complaint from JSON and names everything that is wrong with it at once. */
@Component
class ComplaintReader {

    static final int LONGEST_DESCRIPTION = 20_000;

    private static final Set<String> FIELDS = Set.of(
            "channel",
            "claim",
            "externalId",
            "receivedAt",
            "complainantRole",
            "customer",
            "order",
            "affectedItems",
            "subject",
            "description",
            "desiredRemedy");
    private static final Set<String> CUSTOMER = Set.of("name", "email", "phone", "locale", "timeZone");
    private static final Set<String> ORDER =
            Set.of("number", "placedOn", "currency", "total", "paymentReference", "trackingCode", "items", "shipments");
    private static final Set<String> LINE = Set.of("sku", "description", "quantity", "unitPrice", "serialNumber");
    private static final Set<String> SHIPMENT = Set.of("trackingCode", "items");
    private static final Set<String> ITEM = Set.of("sku", "quantity");

    private static final Duration TOLERATED_CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int MOST_DECIMALS = 3;

    private final Clock clock;

    ComplaintReader(Clock clock) {
        this.clock = clock;
    }

    /** @throws RefusedInput where it is no JSON object */
    JsonNode parse(String body) {
        try {
            JsonNode node = ExactJson.read(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException malformed) {
            throw new RefusedInput("body", "Is not well-formed JSON: " + malformed.getOriginalMessage());
        }
        throw new RefusedInput("body", "Must be a JSON object.");
    }

    /** @throws RefusedInput naming every field that is missing or wrong */
    RegisterComplaint read(JsonNode body) {
        List<Problem> problems = new ArrayList<>();
        JsonFields fields = JsonFields.of(body, FIELDS, problems);
        String description = fields.text("description", LONGEST_DESCRIPTION);
        if (description == null && !fields.isRefused("description")) {
            fields.refuse("description", "Say what went wrong.");
        }
        JsonFields order = fields.object("order", ORDER);
        checkOrder(order);
        RegisterComplaint command = new RegisterComplaint(
                Objects.requireNonNullElse(fields.word("channel", Channel.class), Channel.WEB),
                fields.word("claim", Claim.class),
                fields.text("externalId", 255),
                receivedAt(fields),
                fields.word("complainantRole", ComplainantRole.class),
                customer(fields),
                order.text("number", 100),
                order.text("paymentReference", 255),
                order.text("trackingCode", 100),
                body.hasNonNull("order") ? body.get("order").toString() : null,
                items(fields, "affectedItems"),
                fields.text("subject", 500),
                description,
                fields.text("desiredRemedy", 2_000));
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
            customer.refuse("locale", CustomerCorrection.LANGUAGE_EXPECTED);
        }
        return locale;
    }

    private static String zone(JsonFields customer) {
        String zone = customer.text("timeZone", 60);
        if (zone != null && !Customer.isTimeZone(zone)) {
            customer.refuse("timeZone", CustomerCorrection.ZONE_EXPECTED);
        }
        return zone;
    }

    private static void checkOrder(JsonFields order) {
        order.instant("placedOn");
        int decimals = decimals(order);
        order.amount("total", decimals);
        order.list("items", LINE, line -> {
            requireText(line, "sku", 100);
            line.text("description", 1_000);
            line.text("serialNumber", 100);
            line.amount("unitPrice", decimals);
            return line.quantity("quantity");
        });
        order.list("shipments", SHIPMENT, shipment -> {
            requireText(shipment, "trackingCode", 100);
            return items(shipment, "items");
        });
    }

    private static int decimals(JsonFields order) {
        String code = order.text("currency", 10);
        if (code == null) {
            return MOST_DECIMALS;
        }
        try {
            return CurrencyUnit.of(code).getDecimalPlaces();
        } catch (IllegalCurrencyException unknown) {
            order.refuse("currency", "Must be an ISO 4217 currency such as EUR.");
            return MOST_DECIMALS;
        }
    }

    private static List<AffectedItem> items(JsonFields fields, String name) {
        return fields.list(name, ITEM, item -> {
            Integer quantity = item.quantity("quantity");
            return new AffectedItem(null, requireText(item, "sku", 100), quantity == null ? 1 : quantity);
        });
    }

    private static String requireText(JsonFields fields, String name, int longest) {
        String text = fields.text(name, longest);
        if (text == null) {
            fields.refuse(name, "Is missing.");
        }
        return text;
    }
}
