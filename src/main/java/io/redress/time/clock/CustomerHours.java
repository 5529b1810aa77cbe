package io.redress.time.clock;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import io.redress.complaint.customer.Customer;
import io.redress.complaint.customer.PhoneNumber;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Danger;
import io.redress.time.calendar.BusinessCalendar;
import io.redress.time.calendar.Calendars;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The hours in which a customer may be phoned, where they live: {@code redress.waking-hours}. What a person has to tell
 * them is not due in the middle of the night. Where people are in danger, any hour is right.
 */
@Component
public class CustomerHours {

    private static final Set<ClockKind> TOLD =
            EnumSet.of(ClockKind.ACKNOWLEDGEMENT, ClockKind.FIRST_ANSWER, ClockKind.NEXT_ANSWER);

    private final Calendars calendars;
    private final ZoneId ours;

    CustomerHours(Calendars calendars, @Value("${redress.zone}") ZoneId ours) {
        this.calendars = calendars;
        this.ours = ours;
    }

    /** The hours of this case's customer; every hour where people are in danger. */
    public BusinessCalendar of(Complaint complaint) {
        return complaint.danger() == Danger.NONE ? calendars.waking(zone(complaint)) : calendars.always();
    }

    /**
     * The customer's own zone, else that of the country of their phone number or order, else ours. Of a country that
     * has several zones it is the one in the middle, which is off by the least.
     */
    ZoneId zone(Complaint complaint) {
        Customer customer = complaint.customer();
        if (customer.timeZone() != null && Customer.isTimeZone(customer.timeZone())) {
            return ZoneId.of(customer.timeZone());
        }
        return customer.phoneNumber(complaint.phoneRegion())
                .flatMap(PhoneNumber::region)
                .or(() -> Optional.ofNullable(complaint.phoneRegion()))
                .flatMap(this::zoneOf)
                .orElse(ours);
    }

    private Optional<ZoneId> zoneOf(String country) {
        List<ZoneId> zones = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null).stream()
                .filter(Customer::isTimeZone)
                .sorted(Comparator.comparing(
                                (String id) -> TimeZone.getTimeZone(id).getRawOffset())
                        .thenComparing(Comparator.naturalOrder()))
                .map(ZoneId::of)
                .toList();
        if (zones.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(zones.contains(ours) ? ours : zones.get(zones.size() / 2));
    }

    /** The time for the clocks where a person has to tell the customer: time counts while the customer is awake. */
    public Map<ClockKind, Allowance> whileAwake(Complaint complaint, Map<ClockKind, Allowance> given) {
        if (complaint.customer().hasWrittenChannel() || complaint.danger() != Danger.NONE) {
            return given;
        }
        String waking = of(complaint).name();
        Map<ClockKind, Allowance> told = new EnumMap<>(given);
        TOLD.forEach(kind -> told.computeIfPresent(
                kind,
                (clock, allowance) -> allowance.calendar().equals(Calendars.ALWAYS)
                        ? new Allowance(allowance.budget(), waking, allowance.ladder())
                        : allowance));
        return told;
    }
}
