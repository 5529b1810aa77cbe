package io.redress.people.limit.web;

import io.redress.core.http.Answers;
import io.redress.people.limit.CallerLimits;
import io.redress.people.limit.KnownLogins;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * The registration of the limits in front of all entry points; by then the server knows from which address a proxy's
 * request came.
 */
@Configuration(proxyBeanMethods = false)
class LimitSetup {

    private static final int BEHIND_WHAT_MEASURES = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<LimitFilter> limitFilter(CallerLimits limits, KnownLogins logins, Answers answers) {
        var registration = new FilterRegistrationBean<>(new LimitFilter(limits, logins, answers));
        registration.setOrder(BEHIND_WHAT_MEASURES);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }
}
