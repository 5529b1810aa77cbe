package io.redress.people.security;

import io.redress.core.http.Answers;
import io.redress.core.staff.Groups;
import io.redress.people.casedoor.CaseDoor;
import io.redress.people.guard.CallRule;
import io.redress.people.guard.FormLabels;
import io.redress.people.limit.KnownLogins;
import io.redress.people.login.CamundaLogin;
import io.redress.people.login.EngineLogin;
import io.redress.people.login.KnownDevice;
import io.redress.people.login.LoginRefusals;
import io.redress.people.login.ProvedLogin;
import io.redress.people.login.SessionLogin;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The security of all pages for people: one login form and one session for Camunda's applications and our own pages.
 */
@Configuration(proxyBeanMethods = false)
class PageDoors {

    private static final String[] PEOPLE = Groups.PEOPLE.toArray(String[]::new);
    private static final RequestMatcher CAMUNDA_API = path("/camunda/api/**");
    private static final RequestMatcher CAMUNDA_LOGOUT = path(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");

    private final Answers answers;
    private final LoginRefusals refusals;

    PageDoors(Answers answers, LoginRefusals refusals) {
        this.answers = answers;
        this.refusals = refusals;
    }

    /** The description of the API is read by people in a session and by programs with Basic. */
    @Bean
    @Order(30)
    SecurityFilterChain description(HttpSecurity http, KnownLogins logins) throws Exception {
        http.securityMatcher(
                        "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**")
                .headers(BrowserHeaders::pages)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::challenge))
                .formLogin(form -> form.loginPage("/login"))
                .addFilterAfter(new ProvedLogin(logins), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        return http.build();
    }

    @Bean
    @Order(100)
    SecurityFilterChain people(
            HttpSecurity http,
            List<CallRule> rules,
            FormLabels labels,
            CaseDoor cases,
            EngineLogin login,
            KnownDevice device)
            throws Exception {
        http.headers(BrowserHeaders::pages)
                // Camunda's applications bring their own protection against forged requests, with their own token.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/camunda/**"))
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new Remembered(device))
                        .failureHandler(refusals::page))
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(path(HttpMethod.POST, "/logout"), CAMUNDA_LOGOUT))
                        .logoutSuccessHandler((request, response, who) -> {
                            if (CAMUNDA_LOGOUT.matches(request)) {
                                response.setStatus(HttpStatus.NO_CONTENT.value());
                            } else {
                                response.sendRedirect(request.getContextPath() + "/login?logout");
                            }
                        }))
                .exceptionHandling(on -> on.defaultAuthenticationEntryPointFor(refusals::document, CAMUNDA_API)
                        .defaultAccessDeniedHandlerFor(
                                (request, response, failure) -> answers.write(
                                        response, HttpStatus.FORBIDDEN, "Your groups may not do this", List.of()),
                                CAMUNDA_API)
                        .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), request -> true))
                .addFilterAfter(new CamundaLogin(login, refusals, device), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SetupIsClosed(answers), AuthorizationFilter.class)
                .addFilterAfter(new RequestGuard(rules, answers, labels, cases), AuthorizationFilter.class)
                .authorizeHttpRequests(PageDoors::whoMayOpen);
        return http.build();
    }

    private static void whoMayOpen(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers("/login", "/login/later", "/error", "/favicon.ico", "/css/**", "/js/**", "/img/**")
                .permitAll()
                // Camunda's applications ask here who they talk to, and get their token, before anyone is logged in.
                .requestMatchers("/camunda/api/admin/auth/user/**")
                .permitAll()
                .requestMatchers("/camunda/app/admin/**", "/camunda/api/admin/**")
                .hasAuthority(Groups.ADMINISTRATORS)
                .requestMatchers(
                        "/stop-switch",
                        "/stop-switch/**",
                        "/imports",
                        "/imports/**",
                        "/teams",
                        "/teams/**",
                        "/models",
                        "/models/**",
                        "/webhooks")
                .hasAuthority(Groups.MANAGERS)
                .requestMatchers("/promises", "/promises/**", "/safety-register", "/safety-register/**")
                .hasAnyAuthority(Groups.LEADS, Groups.MANAGERS)
                .requestMatchers("/letter-samples", "/letter-samples/**")
                .hasAnyAuthority(Groups.HANDLERS, Groups.LEADS, Groups.MANAGERS)
                .requestMatchers("/camunda/app/cockpit/**", "/camunda/api/cockpit/**", "/manage", "/manage/**")
                .hasAnyAuthority(Groups.MANAGERS, Groups.ADMINISTRATORS)
                .anyRequest()
                .hasAnyAuthority(PEOPLE);
    }

    /** Runs after Spring Security, which knows the session, and before Camunda's own filter, which asks for it. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> oneSession() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", SessionLogin.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(201);
        return registration;
    }

    /**
     * Before Spring Security, whose redirects and headers they are about. A missing address is reported by the code
     * that writes links with it, better than here.
     */
    @Bean
    FilterRegistrationBean<OwnAddress> ownAddress(@Value("${redress.base-url:}") String baseUrl) {
        var registration = new FilterRegistrationBean<>(new OwnAddress(baseUrl));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 11);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PageNonce> pageNonce() {
        var registration = new FilterRegistrationBean<>(new PageNonce());
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 10);
        return registration;
    }

    /** Leads to the page that was asked for, on a browser that is known from now on. */
    private static final class Remembered extends SavedRequestAwareAuthenticationSuccessHandler {

        private final KnownDevice device;

        Remembered(KnownDevice device) {
            this.device = device;
            setDefaultTargetUrl("/camunda/app/tasklist/");
        }

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication login)
                throws IOException, ServletException {
            device.remember(login.getName(), request, response);
            super.onAuthenticationSuccess(request, response, login);
        }
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
