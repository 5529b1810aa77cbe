package io.redress.people.security;

import io.redress.core.http.Answers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The filter that hides the engine's set-up pages, which create an administrator without a login while none exists.
 * Ours comes from the configuration, so nobody needs them.
 */
class SetupIsClosed extends OncePerRequestFilter {

    private final Answers answers;

    SetupIsClosed(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        answers.write(response, HttpStatus.NOT_FOUND, "There is nothing here", List.of());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return !path.matches("/camunda/(api/admin/setup|app/[^/]+/([^/]+/)?setup)(/.*)?");
    }
}
