package io.redress.outside.logistics.easypost;

import io.redress.outside.logistics.ParcelSize;
import io.redress.outside.logistics.Shipping.LabelOrder;
import io.redress.outside.order.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The requests to EasyPost, in its own units: ounces and inches. */
final class EasyPostRequests {

    private static final BigDecimal GRAMS_IN_AN_OUNCE = new BigDecimal("28.349523125");
    private static final BigDecimal MILLIMETRES_IN_AN_INCH = new BigDecimal("25.4");

    private EasyPostRequests() {}

    static Map<String, Object> address(Order.Address address) {
        Map<String, Object> request = new HashMap<>();
        request.put("name", address.name());
        request.put("street1", address.street1());
        request.put("street2", address.street2());
        request.put("city", address.city());
        request.put("state", address.state());
        request.put("zip", address.zip());
        request.put("country", address.country());
        request.put("phone", address.phone());
        request.values().removeIf(value -> value == null);
        return request;
    }

    /**
     * A shipment; EasyPost itself turns it round where it is a return, so {@code to} is the customer either way.
     *
     * @param customer the verified address's id
     */
    static Map<String, Object> shipment(LabelOrder order, String customer, Order.Address warehouse, ParcelSize size) {
        return Map.of(
                "reference", order.reference(),
                "is_return", order.isReturn(),
                "to_address", Map.of("id", customer),
                "from_address", address(warehouse),
                "parcel", parcel(size),
                "options", Map.of("print_custom_1", order.caseNumber()));
    }

    static Map<String, Object> pickUp(
            String reference, String shipmentId, Order.Address door, Instant from, Instant to) {
        return Map.of(
                "reference", reference,
                "address", address(door),
                "shipment", Map.of("id", shipmentId),
                "min_datetime", from.toString(),
                "max_datetime", to.toString(),
                "is_account_address", false);
    }

    private static Map<String, Object> parcel(ParcelSize size) {
        return Map.of(
                "weight", in(size.weightGrams(), GRAMS_IN_AN_OUNCE),
                "length", in(size.lengthMm(), MILLIMETRES_IN_AN_INCH),
                "width", in(size.widthMm(), MILLIMETRES_IN_AN_INCH),
                "height", in(size.heightMm(), MILLIMETRES_IN_AN_INCH));
    }

    /** {@code null} where the shop does not know it. */
    static ParcelSize size(Order.Size known) {
        return known == null
                ? null
                : new ParcelSize(known.weightGrams(), known.lengthMm(), known.widthMm(), known.heightMm());
    }

    /**
     * Rounded up to a tenth, the precision that EasyPost accepts: a parcel said to be lighter than it is costs a
     * surcharge.
     */
    private static BigDecimal in(int amount, BigDecimal unit) {
        return BigDecimal.valueOf(amount).divide(unit, 1, RoundingMode.UP);
    }
}
