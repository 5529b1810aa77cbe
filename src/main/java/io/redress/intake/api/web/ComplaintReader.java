package io.redress.intake.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.AffectedItem;
import io.redress.complaint.file.Channel;
import io.redress.core.input.RefusedInput;
import io.redress.core.request.Faults;
import io.redress.core.request.RequestReader;
import io.redress.intake.api.web.ComplaintRequest.CustomerPart;
import io.redress.intake.api.web.ComplaintRequest.ItemPart;
import io.redress.intake.api.web.ComplaintRequest.OrderPart;
import io.redress.intake.registration.GivenContacts;
import io.redress.intake.registration.RegisterComplaint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes the command to register a complaint of what was sent, or names everything that is wrong with it at once. */
@Component
public class ComplaintReader {

    static final int LONGEST_DESCRIPTION = 20_000;

    private static final Duration TOLERATED_CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final CustomerPart NOBODY = new CustomerPart(null, null, null, null, null);
    private static final OrderPart NO_ORDER =
            new OrderPart(null, null, null, null, null, null, null, null, null, null, null);

    private final RequestReader requests = new RequestReader();
    private final Clock clock;

    ComplaintReader(Clock clock) {
        this.clock = clock;
    }

    /** @throws RefusedInput where it is no JSON object, or holds what is beyond all bounds */
    JsonNode parse(String body) {
        return requests.parse(body);
    }

    /** @throws RefusedInput naming every field that is missing or wrong */
    RegisterComplaint read(JsonNode body) {
        ComplaintRequest request = requests.read(body, ComplaintRequest.class, this::check);
        OrderPart order = Objects.requireNonNullElse(request.order(), NO_ORDER);
        return new RegisterComplaint(
                Objects.requireNonNullElse(request.channel(), Channel.WEB),
                request.claim(),
                request.externalId(),
                instant(request.receivedAt()),
                request.complainantRole(),
                Boolean.TRUE.equals(request.acknowledged()),
                customer(request),
                order.number(),
                order.paymentReference(),
                order.trackingCode(),
                body.hasNonNull("order") ? body.get("order").toString() : null,
                affected(request.affectedItems()),
                request.subject(),
                request.description(),
                request.desiredRemedy(),
                request.hurt());
    }

    private void check(ComplaintRequest request, Faults faults) {
        checkReceivedAt(instant(request.receivedAt()), faults);
        checkCustomer(request, faults);
        Map<Integer, String> lines =
                request.order() == null ? Map.of() : OrderCheck.check("order", request.order(), faults);
        OrderCheck.checkItems("affectedItems", request.affectedItems(), lines, faults);
    }

    private void checkReceivedAt(Instant receivedAt, Faults faults) {
        if (receivedAt != null && receivedAt.isAfter(clock.instant().plus(TOLERATED_CLOCK_SKEW))) {
            faults.refuse("receivedAt", "Must not lie in the future.");
        }
        if (receivedAt != null && receivedAt.isBefore(EARLIEST)) {
            faults.refuse("receivedAt", "Must not lie before the year 2000.");
        }
    }

    private static void checkCustomer(ComplaintRequest request, Faults faults) {
        Customer customer = customer(request);
        if (customer.locale() != null
                && !faults.isRefused("customer.locale")
                && !Customer.isLanguage(customer.locale())) {
            faults.refuse("customer.locale", GivenContacts.LANGUAGE_EXPECTED);
        }
        if (customer.timeZone() != null
                && !faults.isRefused("customer.timeZone")
                && !Customer.isTimeZone(customer.timeZone())) {
            faults.refuse("customer.timeZone", GivenContacts.ZONE_EXPECTED);
        }
        if (!faults.isRefused("customer.email") && !faults.isRefused("customer.phone")) {
            GivenContacts.check(customer, "customer.email", "customer.phone")
                    .forEach(problem -> faults.refuse(problem.field(), problem.message()));
        }
    }

    private static Customer customer(ComplaintRequest request) {
        CustomerPart given = Objects.requireNonNullElse(request.customer(), NOBODY);
        return new Customer(given.name(), given.email(), given.phone(), given.locale(), given.timeZone());
    }

    private static List<AffectedItem> affected(List<ItemPart> items) {
        return items == null
                ? List.of()
                : items.stream()
                        .map(item -> new AffectedItem(item.line(), item.sku(), item.quantity()))
                        .toList();
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
