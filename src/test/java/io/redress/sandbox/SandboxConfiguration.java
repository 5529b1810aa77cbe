package io.redress.sandbox;

import io.redress.sandbox.engine.EngineFaults;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** What the sandbox adds to the application: its control API and page, the demo users. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    DemoUsers.class,
    SandboxTeams.class,
    SandboxController.class,
    ClockController.class,
    FaultController.class,
    GateController.class,
    LimitController.class,
    ParcelController.class,
    OrderController.class,
    MoneyController.class,
    MailController.class,
    SandboxPage.class,
    SandboxProblems.class
})
class SandboxConfiguration {

    /** Lets a named step of a diagram fail. */
    @Bean
    ProcessEnginePlugin engineFaults(Sandbox sandbox) {
        return new EngineFaults(sandbox.faults());
    }

    /** The control API needs no login; it is served on loopback only. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain sandboxSecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher("/sandbox", "/sandbox/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .build();
    }
}
