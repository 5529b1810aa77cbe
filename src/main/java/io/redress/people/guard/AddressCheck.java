package io.redress.people.guard;

import io.redress.core.http.Answers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The filter that refuses addresses which one part of the application could read in another way than the next, such as
 * {@code //} and {@code ;}. It stands in front of all parts, so that such an address is an error of the sender and
 * never a failure of ours.
 */
class AddressCheck extends OncePerRequestFilter {

    private final StrictHttpFirewall firewall = new StrictHttpFirewall();
    private final Answers answers;

    AddressCheck(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            firewall.getFirewalledRequest(request);
        } catch (RequestRejectedException refused) {
            answers.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "The address or method is written in a way that is not taken",
                    List.of());
            return;
        }
        chain.doFilter(request, response);
    }

    @Configuration(proxyBeanMethods = false)
    static class Setup {

        private static final int BEFORE_THE_LIMITS = Ordered.HIGHEST_PRECEDENCE + 5;

        @Bean
        FilterRegistrationBean<AddressCheck> addressCheck(Answers answers) {
            var registration = new FilterRegistrationBean<>(new AddressCheck(answers));
            registration.setOrder(BEFORE_THE_LIMITS);
            return registration;
        }
    }
}
