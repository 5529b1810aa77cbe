package io.redress.bench.stock;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the diagram; those that act outside wait for an answer, as they would for a provider. */
@Configuration(proxyBeanMethods = false)
class Steps {

    @Bean
    JavaDelegate acknowledgeComplaint() {
        return step -> step.setVariable("acknowledged", true);
    }

    @Bean
    JavaDelegate verifyParcel(Outside outside) {
        return step -> {
            outside.ask("/parcels/" + step.getProcessBusinessKey());
            step.setVariable("finding", "lost");
            step.setVariable("signedFor", false);
        };
    }

    @Bean
    JavaDelegate refundPayment(Outside outside) {
        return step -> {
            outside.ask("/refunds/" + step.getProcessBusinessKey());
            step.setVariable("refund", "refund-of-" + step.getProcessBusinessKey());
        };
    }

    @Bean
    JavaDelegate reshipGoods(Outside outside) {
        return step -> {
            outside.ask("/shipments/" + step.getProcessBusinessKey());
            step.setVariable("shipment", "shipment-of-" + step.getProcessBusinessKey());
        };
    }

    @Bean
    JavaDelegate compensateCustomer() {
        return step -> step.setVariable("goodwill", 5);
    }
}
