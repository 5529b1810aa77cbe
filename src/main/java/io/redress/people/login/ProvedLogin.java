package io.redress.people.login;

import io.redress.people.limit.KnownLogins;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The filter that records whose credentials a request brought once they were checked, so that the next one counts
 * against its client's limit.
 */
public class ProvedLogin extends OncePerRequestFilter {

    private final KnownLogins logins;

    public ProvedLogin(KnownLogins logins) {
        this.logins = logins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (credentials != null && login != null && !(login instanceof AnonymousAuthenticationToken)) {
            logins.wereRight(credentials, login.getName());
        }
        chain.doFilter(request, response);
    }
}
