package io.redress.drill;

import io.redress.outside.order.Fulfilment;
import io.redress.outside.payment.PaymentProviders;
import io.redress.remedy.ledger.RemedyLedger;
import java.net.URI;
import java.util.Set;
import org.aopalliance.aop.Advice;
import org.springframework.aop.Advisor;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;

/** Stands around ledger, payment provider and warehouse of a node; the application itself knows nothing of it. */
@TestConfiguration(proxyBeanMethods = false)
class Sabotage {

    private static final Set<Class<?>> STOOD_AROUND =
            Set.of(RemedyLedger.class, PaymentProviders.class, Fulfilment.class);

    /** Outside of the transactions, so that what the ledger commits is committed when the point after it is reached. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor checkpoints(@Value("${drill.door}") URI door, @Value("${redress.node}") String node) {
        return around(new Checkpoints(door, node), Ordered.HIGHEST_PRECEDENCE + 1, Checkpoints.METHODS);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    @ConditionalOnProperty("drill.new-key-per-attempt")
    static Advisor newKeyPerAttempt() {
        return around(new NewKeyPerAttempt(), Ordered.HIGHEST_PRECEDENCE, NewKeyPerAttempt.METHODS);
    }

    private static Advisor around(Advice advice, int order, String... methods) {
        var pointcut = new NameMatchMethodPointcut();
        pointcut.setMappedNames(methods);
        ClassFilter ours = type -> STOOD_AROUND.stream().anyMatch(stood -> stood.isAssignableFrom(type));
        pointcut.setClassFilter(ours);
        var advisor = new DefaultPointcutAdvisor(pointcut, advice);
        advisor.setOrder(order);
        return advisor;
    }
}
