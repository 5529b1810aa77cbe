package io.redress.people.login;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * The place from which somebody logs in: a browser on which they are logged in, or whose cookie shows that they have
 * been. The cookie gives no access.
 */
@Component
public class KnownDevice {

    /** The device that counts for a password in an open session, wherever it is open. */
    public static final String SESSION = "session";

    private static final String COOKIE = "REDRESS_DEVICE";

    private final KnownBrowsers devices;
    private final boolean secure;

    KnownDevice(KnownBrowsers devices, @Value("${redress.secure-cookies}") boolean secure) {
        this.devices = devices;
        this.secure = secure;
    }

    /** The login attempt of the present request. */
    LoginTry attempt(String name, String password) {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var device = isLoggedIn(name, request) ? Optional.of(SESSION) : find(name, request);
        return new LoginTry(name, password, request.getRemoteAddr(), device);
    }

    /** Marks the browser as one on which this name has logged in, unless it is marked already. */
    public void remember(String name, HttpServletRequest request, HttpServletResponse response) {
        if (find(name, request).isEmpty()) {
            var cookie = ResponseCookie.from(COOKIE, devices.mark(name))
                    .maxAge(devices.validFor())
                    .path("/")
                    .httpOnly(true)
                    .secure(secure)
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    private static boolean isLoggedIn(String name, HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
                && context.getAuthentication() != null
                && context.getAuthentication().getName().equals(name);
    }

    private Optional<String> find(String name, HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(mark -> devices.find(name, mark));
    }
}
