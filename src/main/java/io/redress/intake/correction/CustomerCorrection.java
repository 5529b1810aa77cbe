package io.redress.intake.correction;

import io.redress.complaint.customer.Customer;
import io.redress.complaint.customer.EmailAddress;
import io.redress.complaint.customer.PhoneNumber;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.VisibleText;
import io.redress.intake.registration.GivenContacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A correction about the customer of a case, with the reason for it.
 *
 * @param fields what each corrected field becomes, nothing where it is removed; what is not among them stays as it is
 * @param confirmed whether they have checked that the contacts are those of the order's customer
 * @param endLinks whether the links to the customer's page that were given out so far are to open nothing any more
 */
public record CustomerCorrection(
        Map<Field, Optional<String>> fields, boolean confirmed, boolean endLinks, String reason) {

    private static final String CONFIRMED = "confirmed";
    private static final String END_LINKS = "endLinks";
    private static final String REASON = "reason";
    private static final Set<String> OTHERS = Set.of(CONFIRMED, END_LINKS, REASON);
    /** The most characters of a reason. */
    public static final int LONGEST_REASON = 2_000;

    /** A field of the customer, as it is called at every door. */
    public enum Field {
        NAME("name", 200, ""),
        EMAIL("email", GivenContacts.LONGEST, EmailAddress.EXPECTED),
        PHONE("phone", GivenContacts.LONGEST, PhoneNumber.EXPECTED),
        LOCALE("locale", 35, GivenContacts.LANGUAGE_EXPECTED),
        TIME_ZONE("timeZone", 60, GivenContacts.ZONE_EXPECTED);

        private final String word;
        private final int longest;
        private final String expected;

        Field(String word, int longest, String expected) {
            this.word = word;
            this.longest = longest;
            this.expected = expected;
        }

        /** The name of the field. */
        public String word() {
            return word;
        }

        private boolean accepts(String text) {
            return switch (this) {
                case NAME -> true;
                case EMAIL -> EmailAddress.parse(text).isPresent();
                // Where a number without its country's prefix is from may turn out later.
                case PHONE -> PhoneNumber.parse(text, null).isPresent();
                case LOCALE -> Customer.isLanguage(text);
                case TIME_ZONE -> Customer.isTimeZone(text);
            };
        }

        private String of(Customer customer) {
            return switch (this) {
                case NAME -> customer.name();
                case EMAIL -> customer.email();
                case PHONE -> customer.phone();
                case LOCALE -> customer.locale();
                case TIME_ZONE -> customer.timeZone();
            };
        }
    }

    /** One field that has changed; {@code null} where there was or is nothing. */
    public record Change(Field field, String was, String became) {}

    /**
     * Reads a correction from its fields by name; text that is empty, and {@code null}, removes what was there.
     *
     * @throws RefusedInput naming every field that is unknown or wrong, and where nothing is to be corrected
     */
    public static CustomerCorrection read(Map<String, Object> given) {
        List<Problem> problems = new ArrayList<>();
        Map<Field, Optional<String>> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (given.containsKey(field.word())) {
                fields.put(field, text(given, field.word(), field.longest, problems));
            }
        }
        fields.forEach((field, text) -> text.filter(known -> !field.accepts(known))
                .ifPresent(wrong -> problems.add(new Problem(field.word(), field.expected))));
        unknown(given.keySet(), problems);
        boolean confirmed = flag(given, CONFIRMED, problems);
        boolean endLinks = flag(given, END_LINKS, problems);
        Optional<String> reason = text(given, REASON, LONGEST_REASON, problems);
        if (reason.isEmpty()
                && problems.stream().noneMatch(problem -> problem.field().equals(REASON))) {
            problems.add(new Problem(REASON, "Say why; it is kept."));
        }
        if (problems.isEmpty() && fields.isEmpty() && !confirmed && !endLinks) {
            problems.add(new Problem("body", "Name what is to be corrected."));
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        return new CustomerCorrection(fields, confirmed, endLinks, reason.orElseThrow());
    }

    private static void unknown(Collection<String> names, List<Problem> problems) {
        List<String> known = new ArrayList<>(OTHERS);
        for (Field field : Field.values()) {
            known.add(field.word());
        }
        names.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(new Problem(name, "This field is not known.")));
    }

    private static Optional<String> text(Map<String, Object> given, String name, int longest, List<Problem> problems) {
        Object value = given.get(name);
        if (value == null || value instanceof String empty && empty.isBlank()) {
            return Optional.empty();
        }
        if (!(value instanceof String written)) {
            problems.add(new Problem(name, "Must be a text."));
            return Optional.empty();
        }
        Optional<String> text = VisibleText.of(written);
        if (text.isEmpty()) {
            problems.add(new Problem(name, "Holds nothing that can be seen."));
        } else if (written.indexOf('\0') >= 0) {
            problems.add(new Problem(name, "Must not contain the character NUL."));
        } else if (text.get().length() > longest) {
            problems.add(new Problem(name, "Must have at most %,d characters.".formatted(longest)));
        } else {
            return text;
        }
        return Optional.empty();
    }

    private static boolean flag(Map<String, Object> given, String name, List<Problem> problems) {
        Object value = given.get(name);
        if (value != null && !(value instanceof Boolean)) {
            problems.add(new Problem(name, "Must be true or false."));
        }
        return Boolean.TRUE.equals(value);
    }

    /** The fields that would really change; the same value once more is no correction. */
    List<Change> changesOf(Customer customer) {
        return fields.entrySet().stream()
                .map(field -> new Change(
                        field.getKey(),
                        field.getKey().of(customer),
                        field.getValue().orElse(null)))
                .filter(change -> !Objects.equals(change.was(), change.became()))
                .toList();
    }

    /**
     * The customer as corrected.
     *
     * @throws RefusedInput where no contact would be left by which somebody can be reached
     */
    Customer appliedTo(Customer customer) {
        Customer corrected = new Customer(
                becomes(Field.NAME, customer),
                becomes(Field.EMAIL, customer),
                becomes(Field.PHONE, customer),
                becomes(Field.LOCALE, customer),
                becomes(Field.TIME_ZONE, customer));
        if (!corrected.hasContactsOf(customer)) {
            List<Problem> unreachable = GivenContacts.check(corrected, Field.EMAIL.word(), Field.PHONE.word());
            if (!unreachable.isEmpty()) {
                throw new RefusedInput(unreachable);
            }
        }
        return corrected;
    }

    private String becomes(Field field, Customer customer) {
        return fields.containsKey(field) ? fields.get(field).orElse(null) : field.of(customer);
    }
}
