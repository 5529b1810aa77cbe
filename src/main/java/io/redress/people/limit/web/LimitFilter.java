package io.redress.people.limit.web;

import io.redress.core.http.Answers;
import io.redress.people.limit.CallerLimits;
import io.redress.people.limit.KnownLogins;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The filter that turns away callers who ask too much, before anything is looked up or a password is hashed. Whoever is
 * logged in, by a session or by credentials that were right lately, is counted by name; everybody else by address, and
 * so is every attempt to log in.
 */
class LimitFilter extends OncePerRequestFilter {

    private static final List<String> UNLIMITED =
            List.of("/actuator/health", "/css", "/js", "/img", "/favicon.ico", "/error");
    private static final String PROVIDERS = "/webhooks/";

    private final CallerLimits limits;
    private final KnownLogins logins;
    private final Answers answers;

    LimitFilter(CallerLimits limits, KnownLogins logins, Answers answers) {
        this.limits = limits;
        this.logins = logins;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !limits.areEnabled()
                || Stream.concat(UNLIMITED.stream(), limits.exempt().stream()).anyMatch(path -> isBelow(request, path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = isLogin(request) ? Optional.<String>empty() : login(request);
        Duration wait =
                login.map(limits::takeFromClient).orElseGet(() -> limits.takeFromAddress(request.getRemoteAddr()));
        if (!wait.isZero()) {
            refuse(request, response, wait);
            return;
        }
        chain.doFilter(request, response);
        if (login.isEmpty() && proved(request, response)) {
            limits.giveBackToAddress(request.getRemoteAddr());
        }
    }

    private Optional<String> login(HttpServletRequest request) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        return credentials == null ? session(request) : logins.of(credentials);
    }

    private static Optional<String> session(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .filter(SecurityContext.class::isInstance)
                .map(context -> ((SecurityContext) context).getAuthentication())
                .filter(Authentication::isAuthenticated)
                .map(Authentication::getName);
    }

    /**
     * Whether somebody gives a name and a password in a form: whoever is logged in counts as a stranger there, since
     * others' passwords may be guessed.
     */
    private static boolean isLogin(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && (path(request).equals("/login")
                        || path(request).matches("/camunda/api/admin/auth/user/.*/login/.*"));
    }

    /** Whether a request that showed no known login turned out to be a known user's. */
    private boolean proved(HttpServletRequest request, HttpServletResponse response) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        return credentials == null
                ? path(request).startsWith(PROVIDERS) && response.getStatus() < 300
                : logins.of(credentials).isPresent();
    }

    private static boolean isBelow(HttpServletRequest request, String path) {
        return path(request).equals(path) || path(request).startsWith(path + "/");
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        answers.later(
                response,
                seconds,
                "There were too many requests. Nothing was stored; send this one again in %d %s."
                        .formatted(seconds, seconds == 1 ? "second" : "seconds"));
    }
}
