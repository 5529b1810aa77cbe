package io.redress.outside.logistics;

import io.redress.outside.order.Order;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings for sending parcels ourselves.
 *
 * @param warehouse where parcels leave from and come back to; without it nothing is sent and no return label bought
 * @param arriveWithinDays the cheapest rate that arrives within so many days is taken, else the fastest
 * @param services only these services of carriers, such as {@code GroundAdvantage}; none means all
 * @param parcel the usual parcel, where nothing is known of its size
 */
@Validated
@ConfigurationProperties("redress.shipping")
public record ShippingProperties(
        @Valid @DefaultValue Warehouse warehouse,
        @Min(1) @DefaultValue("5") int arriveWithinDays,
        @DefaultValue List<String> services,
        @NotNull @Valid @DefaultValue Usual parcel) {

    public record Warehouse(
            String name,
            String street1,
            String street2,
            String city,
            String state,
            String zip,
            String country,
            String phone) {

        public Order.Address address() {
            return new Order.Address(name, street1, street2, city, state, zip, country, phone);
        }
    }

    public record Usual(
            @Min(1) @DefaultValue("1000") int weightGrams,
            @Min(1) @DefaultValue("300") int lengthMm,
            @Min(1) @DefaultValue("200") int widthMm,
            @Min(1) @DefaultValue("150") int heightMm) {}

    /** Whether it is known where parcels leave from. */
    public boolean hasWarehouse() {
        return warehouse.street1() != null && warehouse.city() != null && warehouse.country() != null;
    }

    public ParcelSize usual() {
        return new ParcelSize(parcel.weightGrams(), parcel.lengthMm(), parcel.widthMm(), parcel.heightMm());
    }

    /** Whether a service may be bought; case does not matter. */
    public boolean allows(String service) {
        return services.isEmpty()
                || services.stream().anyMatch(one -> one.strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(String.valueOf(service).toLowerCase(Locale.ROOT)));
    }
}
