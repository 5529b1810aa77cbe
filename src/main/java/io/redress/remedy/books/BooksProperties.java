package io.redress.remedy.books;

import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the shop's books: where they are, and what they are sent.
 *
 * @param url where events are posted to; none means that nothing is told to any books
 * @param secret what events are signed with
 * @param deliveryTax what is told of the tax in fees whose rate the shop does not tell
 * @param deadline the most that telling one event may take
 */
@Validated
@ConfigurationProperties("redress.books")
record BooksProperties(
        URI url,
        @DefaultValue("") String secret,
        @DefaultValue("proportional") DeliveryTax deliveryTax,

        @DefaultValue("PT15S") @DurationMin(millis = 1) @DurationMax(seconds = 20)
        Duration deadline) {

    private static final int SHORTEST_SECRET = 32;

    boolean isConfigured() {
        return url != null && !url.toString().isBlank();
    }

    @AssertTrue(
            message = "redress.books.url must be an http or https address, and redress.books.secret must have at"
                    + " least 32 characters")
    boolean isEveryEventSigned() {
        return !isConfigured()
                || String.valueOf(url.getScheme()).matches("https?") && secret.length() >= SHORTEST_SECRET;
    }

    /** Without the secret: this text may reach a log. */
    @Override
    public String toString() {
        return "BooksProperties[url=%s, deadline=%s]".formatted(url, deadline);
    }
}
