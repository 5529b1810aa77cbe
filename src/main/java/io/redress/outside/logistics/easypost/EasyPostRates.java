package io.redress.outside.logistics.easypost;

import com.easypost.model.Rate;
import com.easypost.model.Shipment;
import io.redress.outside.logistics.ShippingProperties;
import io.redress.outside.logistics.ShippingRefused;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The rule by which a rate is chosen: the cheapest allowed one that arrives in time, else the fastest allowed one. */
class EasyPostRates {

    private static final Comparator<Rate> CHEAPEST = Comparator.comparing(Rate::getRate);
    private static final Comparator<Rate> FASTEST = Comparator.comparingInt(EasyPostRates::days);

    private final ShippingProperties properties;

    EasyPostRates(ShippingProperties properties) {
        this.properties = properties;
    }

    /** @throws ShippingRefused where no carrier offers an allowed rate */
    Rate choose(Shipment shipment) {
        List<Rate> allowed = (shipment.getRates() == null ? List.<Rate>of() : shipment.getRates())
                .stream()
                        .filter(rate -> rate.getRate() != null && properties.allows(rate.getService()))
                        .toList();
        Predicate<Rate> inTime = rate -> days(rate) <= properties.arriveWithinDays();
        return allowed.stream()
                .filter(inTime)
                .min(CHEAPEST)
                .or(() -> allowed.stream().min(FASTEST.thenComparing(CHEAPEST)))
                .orElseThrow(() -> new ShippingRefused("No carrier offers an allowed rate to this address.", null));
    }

    private static int days(Rate rate) {
        Number days = rate.getDeliveryDays() != null ? rate.getDeliveryDays() : rate.getEstDeliveryDays();
        return days == null ? Integer.MAX_VALUE : days.intValue();
    }
}
