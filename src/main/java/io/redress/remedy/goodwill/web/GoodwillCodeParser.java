package io.redress.remedy.goodwill.web;

import io.redress.core.input.JsonBounds;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.money.AmountAsSent;
import io.redress.core.money.SystemAmount;
import io.redress.core.money.UnreadableAmount;
import io.redress.core.request.ApiRequest;
import io.redress.core.text.EnumWords;
import io.redress.remedy.goodwill.GoodwillCodes.Kind;
import io.redress.remedy.goodwill.GoodwillCodes.NewCode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The parser of codes that somebody wants to import. It collects everything that is wrong with them. */
final class GoodwillCodeParser {

    /** The codes of an import. */
    @Schema(name = "GoodwillCodes")
    record Sent(
            @NotNull(message = "Send one list, named codes.") @Valid @Size(min = 1, message = "There is no code in it.")
            List<@NotNull Row> codes)
            implements ApiRequest {}

    /** One code. */
    @Schema(name = "GoodwillCode")
    record Row(
            @NotNull @Size(min = 1, max = LONGEST) @Pattern(regexp = "^\\S+$") @Schema(example = "SORRY-10-7F3K")
            String code,

            @Schema(description = "voucher where it is missing")
            Kind kind,

            @Pattern(regexp = "^[A-Z]{3}$") @Schema(description = "Of a voucher (ISO 4217).", example = "EUR")
            String currency,

            @Schema(description = "Of a voucher; above zero.")
            AmountAsSent amount,

            @Schema(description = "In the future; never where it is missing.", example = "2099-12-31T23:59:59Z")
            OffsetDateTime expiresAt) {

        /** The same as a line of CSV has it. */
        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            put(fields, "code", code);
            put(fields, "kind", EnumWords.word(kind));
            put(fields, "currency", currency);
            put(fields, "amount", amount == null ? null : amount.text());
            put(fields, "expiresAt", expiresAt);
            return fields;
        }

        private static void put(Map<String, String> fields, String name, Object value) {
            if (value != null) {
                fields.put(name, value.toString());
            }
        }
    }

    private static final Set<String> KNOWN = Set.of("code", "kind", "currency", "amount", "expiresAt");
    private static final int MOST_PROBLEMS = 100;
    private static final int LONGEST = 100;

    private final Instant now;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private GoodwillCodeParser(Instant now) {
        this.now = now;
    }

    /**
     * @param rows one for each code, by field name; a field that is missing or empty is not there
     * @throws RefusedInput naming every field that is wrong, at most a hundred
     */
    static List<NewCode> read(List<Map<String, String>> rows, Instant now) {
        GoodwillCodeParser reader = new GoodwillCodeParser(now);
        List<NewCode> codes = new ArrayList<>();
        for (int i = 0; i < rows.size() && reader.problems.size() < MOST_PROBLEMS; i++) {
            codes.add(reader.code("codes[" + i + "]", rows.get(i)));
        }
        if (rows.isEmpty()) {
            reader.problems.add(new Problem("codes", "There is no code in it."));
        }
        if (!reader.problems.isEmpty()) {
            throw new RefusedInput(reader.problems);
        }
        return codes;
    }

    private NewCode code(String row, Map<String, String> fields) {
        fields.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> refuse(row, name, "This field is not known."));
        fields.forEach((name, value) -> JsonBounds.text(value).ifPresent(message -> refuse(row, name, message)));
        String code = fields.get("code");
        if (code == null || code.length() > LONGEST || !code.matches("\\S+")) {
            refuse(row, "code", "A code has 1 to 100 characters and no spaces.");
        } else if (!seen.add(code)) {
            refuse(row, "code", "This code is here twice.");
        }
        Kind kind = EnumWords.constant(Kind.class, fields.getOrDefault("kind", "voucher"))
                .orElse(null);
        if (kind == null) {
            refuse(row, "kind", "Must be one of " + EnumWords.words(Kind.class) + ".");
        }
        return new NewCode(kind, code, kind == Kind.VOUCHER ? value(row, fields) : null, expiry(row, fields));
    }

    private Money value(String row, Map<String, String> fields) {
        CurrencyUnit currency = CurrencyUnit.registeredCurrencies().stream()
                .filter(known -> known.getCode().equals(fields.get("currency")))
                .findFirst()
                .orElse(null);
        if (currency == null) {
            refuse(row, "currency", "Must be an ISO 4217 currency.");
            return null;
        }
        try {
            Money value = SystemAmount.read(fields.get("amount"), currency);
            if (value.isPositive()) {
                return value;
            }
            refuse(row, "amount", "Must be above zero.");
        } catch (UnreadableAmount unreadable) {
            refuse(row, "amount", unreadable.getMessage());
        }
        return null;
    }

    private Instant expiry(String row, Map<String, String> fields) {
        String text = fields.get("expiresAt");
        if (text == null) {
            return null;
        }
        try {
            Instant expiry = OffsetDateTime.parse(text).toInstant();
            if (expiry.isAfter(now)) {
                return expiry;
            }
        } catch (DateTimeException e) {
            // Refused below.
        }
        refuse(row, "expiresAt", "Must be a future time in ISO 8601 with an offset.");
        return null;
    }

    private void refuse(String row, String field, String message) {
        problems.add(new Problem(row + "." + field, message));
    }
}
