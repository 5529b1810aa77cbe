package io.redress.bench.flowable;

import org.flowable.engine.delegate.JavaDelegate;
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
            outside.ask("/parcels/" + step.getProcessInstanceBusinessKey());
            step.setVariable("finding", "lost");
            step.setVariable("signedFor", false);
        };
    }

    @Bean
    JavaDelegate refundPayment(Outside outside) {
        return step -> {
            outside.ask("/refunds/" + step.getProcessInstanceBusinessKey());
            step.setVariable("refund", "refund-of-" + step.getProcessInstanceBusinessKey());
        };
    }

    @Bean
    JavaDelegate reshipGoods(Outside outside) {
        return step -> {
            outside.ask("/shipments/" + step.getProcessInstanceBusinessKey());
            step.setVariable("shipment", "shipment-of-" + step.getProcessInstanceBusinessKey());
        };
    }

    @Bean
    JavaDelegate compensateCustomer() {
        return step -> step.setVariable("goodwill", 5);
    }
}
