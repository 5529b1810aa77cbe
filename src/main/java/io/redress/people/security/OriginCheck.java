package io.redress.people.security;

import io.redress.core.http.Answers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The filter that refuses a browser which calls the REST interfaces from somebody else's page. Basic logins are
 * remembered by browsers and need no token, so the origin is what tells our own pages from foreign ones.
 */
class OriginCheck extends OncePerRequestFilter {

    private final Answers answers;

    OriginCheck(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request)) {
            answers.write(response, HttpStatus.FORBIDDEN, "Requests from other origins are refused", List.of());
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isForeign(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        }
        return !sameHost(origin, request);
    }

    /** Compares host and port; the scheme may differ behind a proxy that ends HTTPS. */
    private static boolean sameHost(String origin, HttpServletRequest request) {
        try {
            var authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
