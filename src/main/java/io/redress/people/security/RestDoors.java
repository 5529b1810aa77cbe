package io.redress.people.security;

import io.redress.core.http.Answers;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.people.casedoor.CaseDoor;
import io.redress.people.guard.CallRule;
import io.redress.people.guard.EngineIdentity;
import io.redress.people.guard.FormLabels;
import io.redress.people.limit.KnownLogins;
import io.redress.people.login.LoginRefusals;
import io.redress.people.login.ProvedLogin;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** The security of all APIs for programs: HTTP Basic, no session, no cookie, problem documents. */
@Configuration(proxyBeanMethods = false)
class RestDoors {

    private final Answers answers;
    private final LoginRefusals refusals;
    private final KnownLogins logins;

    RestDoors(Answers answers, LoginRefusals refusals, KnownLogins logins) {
        this.answers = answers;
        this.refusals = refusals;
        this.logins = logins;
    }

    /** Makes the request known before a login is checked; Jersey's own filter would do so only after that. */
    @Bean
    static OrderedRequestContextFilter requestContextFilter() {
        return new OrderedRequestContextFilter();
    }

    /**
     * Reads patterns as whole addresses: by default they would be relative to one servlet, and there are several here.
     */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean wholeAddresses() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    @Order(10)
    SecurityFilterChain programs(
            HttpSecurity http, List<CallRule> rules, FormLabels labels, CaseDoor cases, IdentityService identity)
            throws Exception {
        http.securityMatcher("/api/**", "/engine-rest", "/engine-rest/**", "/actuator", "/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::challenge))
                .exceptionHandling(
                        on -> on.authenticationEntryPoint(refusals::challenge).accessDeniedHandler(refusal()))
                .addFilterBefore(new OriginCheck(answers), BasicAuthenticationFilter.class)
                .addFilterAfter(new ProvedLogin(logins), BasicAuthenticationFilter.class)
                .addFilterAfter(new RequestGuard(rules, answers, labels, cases), AuthorizationFilter.class)
                .addFilterAfter(new EngineIdentity(identity), RequestGuard.class)
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/*")
                                .permitAll()
                                .requestMatchers("/actuator", "/actuator/**")
                                .hasAnyAuthority(Groups.MANAGERS, Groups.ADMINISTRATORS)
                                .anyRequest()
                                .hasAnyAuthority(
                                        Groups.HANDLERS,
                                        Groups.TEAM_MEMBER,
                                        Groups.LEADS,
                                        Groups.MANAGERS,
                                        Groups.SYSTEMS,
                                        Groups.ADMINISTRATORS));
        return http.build();
    }

    /** Customers come with an unguessable address and no login, so there is nothing a foreign page could borrow. */
    @Bean
    @Order(20)
    SecurityFilterChain customers(HttpSecurity http, People people) throws Exception {
        http.securityMatcher("/case/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(BrowserHeaders::secretAddress)
                .addFilterBefore(new StaffAtCustomerPage(answers, people), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    /** Providers bring a signature instead of a login; whoever receives it verifies it. */
    @Bean
    @Order(15)
    SecurityFilterChain signedByProviders(HttpSecurity http) throws Exception {
        // What lies at /webhooks itself is the page of those that go out.
        http.securityMatcher("/webhooks/*/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/webhooks/*/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll());
        return http.build();
    }

    private AccessDeniedHandler refusal() {
        return (request, response, failure) ->
                answers.write(response, HttpStatus.FORBIDDEN, "Your groups may not do this", List.of());
    }
}
