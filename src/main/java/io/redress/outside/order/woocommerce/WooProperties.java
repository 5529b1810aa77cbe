package io.redress.outside.order.woocommerce;

import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings for a WooCommerce shop.
 *
 * @param url the shop's address, without {@code /wp-json}; none means that there is no such shop
 * @param consumerKey user name of a REST key that may read and write
 * @param consumerSecret its password
 * @param trackingMeta where a plugin keeps an order's parcels, in the shape of the Shipment Tracking extension
 * @param deadline the most that one call may take altogether; well below the lock of an engine job
 */
@Validated
@ConfigurationProperties("redress.woocommerce")
record WooProperties(
        URI url,
        @DefaultValue("") String consumerKey,
        @DefaultValue("") String consumerSecret,
        @DefaultValue("_wc_shipment_tracking_items") String trackingMeta,

        @DefaultValue("PT15S") @DurationMin(millis = 1) @DurationMax(seconds = 20)
        Duration deadline) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @AssertTrue(message = "redress.woocommerce.url must begin with https:// because the keys travel with each request")
    boolean isAddressSafeForKeys() {
        return !isConfigured() || "https".equals(url.getScheme()) || LOOPBACK.contains(String.valueOf(url.getHost()));
    }

    @AssertTrue(message = "redress.woocommerce.consumer-key and redress.woocommerce.consumer-secret must be set")
    boolean isEveryKeyGiven() {
        return !isConfigured() || !consumerKey.isBlank() && !consumerSecret.isBlank();
    }

    private boolean isConfigured() {
        return url != null && !url.toString().isBlank();
    }

    /** Without the keys: this text may reach a log. */
    @Override
    public String toString() {
        return "WooProperties[url=%s, deadline=%s]".formatted(url, deadline);
    }
}
