package io.redress.people.security;

import io.redress.core.http.Answers;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** The filter that lets staff look at the customer's page, but not answer there: staff are never the customer. */
class StaffAtCustomerPage extends OncePerRequestFilter {

    private static final Set<String> SYSTEMS_ONLY = Set.of(Groups.SYSTEMS);

    private final Answers answers;
    private final People people;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    StaffAtCustomerPage(Answers answers, People people) {
        this.answers = answers;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean staff = login(request)
                .map(people::groupsOf)
                .filter(groups -> !groups.isEmpty() && !SYSTEMS_ONLY.containsAll(groups))
                .isPresent();
        if (staff) {
            answers.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "You are logged in as staff, and this page is the customer’s. Pass on what they say in the case.",
                    List.of());
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    private Optional<String> login(HttpServletRequest request) {
        return session(request).or(() -> program(request));
    }

    private static Optional<String> session(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .map(SecurityContext.class::cast)
                .map(SecurityContext::getAuthentication)
                .filter(Authentication::isAuthenticated)
                .map(Authentication::getName);
    }

    private Optional<String> program(HttpServletRequest request) {
        try {
            return Optional.ofNullable(basic.convert(request)).map(Authentication::getName);
        } catch (AuthenticationException unreadable) {
            return Optional.empty();
        }
    }
}
