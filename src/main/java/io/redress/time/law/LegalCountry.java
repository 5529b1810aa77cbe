package io.redress.time.law;

import io.redress.complaint.file.Complaint;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The country whose law a case is under: where the order was delivered, else the region of the customer's language,
 * else the one from the configuration.
 */
@Component
class LegalCountry {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final OrderCountries orders;
    private final String otherwise;

    LegalCountry(OrderCountries orders, @Value("${redress.legal-country:}") String otherwise) {
        this.orders = orders;
        this.otherwise = otherwise.strip().toUpperCase(Locale.ROOT);
        if (!this.otherwise.isEmpty() && !COUNTRIES.contains(this.otherwise)) {
            throw new IllegalArgumentException(
                    "redress.legal-country must be a country of ISO 3166 such as DE, not " + otherwise);
        }
    }

    /** ISO 3166 alpha-2; empty where nothing tells. */
    String of(Complaint complaint) {
        return orders.of(complaint.number())
                .flatMap(LegalCountry::known)
                .or(() -> known(complaint.customer().language().getCountry()))
                .orElse(otherwise);
    }

    private static Optional<String> known(String written) {
        return Optional.of(written.strip().toUpperCase(Locale.ROOT)).filter(COUNTRIES::contains);
    }
}
