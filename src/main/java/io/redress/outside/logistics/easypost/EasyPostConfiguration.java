package io.redress.outside.logistics.easypost;

import io.redress.outside.logistics.Carrier;
import io.redress.outside.logistics.CarrierEvents;
import io.redress.outside.logistics.LabelRows;
import io.redress.outside.logistics.Shipping;
import io.redress.outside.logistics.ShippingProperties;
import io.redress.outside.order.Fulfilment;
import io.redress.outside.order.OrderSource;
import io.redress.outside.wire.Providers;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The beans for EasyPost where it is configured, and stand-ins that refuse plainly where it is not. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EasyPostProperties.class, ShippingProperties.class})
class EasyPostConfiguration {

    @Bean
    Carrier carrier(EasyPostProperties properties, Providers providers, Clock clock) {
        return properties.isConfigured()
                ? new EasyPostCarrier(properties, providers, clock)
                : new NotConfiguredCarrier();
    }

    @Bean
    Shipping shipping(EasyPostProperties properties, Providers providers, ShippingProperties shipping, LabelRows rows) {
        return properties.isConfigured()
                ? new EasyPostShipping(new EasyPostCalls(properties, providers), rows, shipping)
                : new NotConfiguredShipping();
    }

    /** In place of the shop's own warehouse, for those who send parcels themselves. */
    @Bean
    @Primary
    @ConditionalOnProperty(name = "redress.fulfilment.by", havingValue = "easypost")
    Fulfilment ownFulfilment(OrderSource orders, Shipping shipping, Carrier carrier) {
        return new EasyPostFulfilment(orders, shipping, carrier);
    }

    @Bean
    CarrierEvents carrierEvents(EasyPostProperties properties) {
        return new EasyPostEvents(properties.webhookSecrets());
    }
}
