package io.redress.people.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The filter that tells the engine, for the length of one request at {@code /engine-rest}, who acts and in which
 * groups.
 */
public class EngineIdentity extends OncePerRequestFilter {

    private final IdentityService identity;

    public EngineIdentity(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        var groups = login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        identity.setAuthentication(login.getName(), groups);
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/engine-rest");
    }
}
