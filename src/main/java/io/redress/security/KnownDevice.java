package io.redress.security;

import io.redress.login.Devices;
import io.redress.login.LoginTry;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** The cookie by which a browser shows that somebody has logged in on it before. It opens nothing. */
@Component
class KnownDevice {

    private static final String COOKIE = "REDRESS_DEVICE";

    private final Devices devices;
    private final boolean secure;

    KnownDevice(Devices devices, @Value("${redress.secure-cookies}") boolean secure) {
        this.devices = devices;
        this.secure = secure;
    }

    /** The try that the request at hand makes. */
    LoginTry attempt(String name, String password) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            var request = current.getRequest();
            return new LoginTry(name, password, request.getRemoteAddr(), find(name, request));
        }
        return new LoginTry(name, password, "", Optional.empty());
    }

    /** Marks the browser as one on which this name has logged in, unless it is marked already. */
    void remember(String name, HttpServletRequest request, HttpServletResponse response) {
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

    private Optional<String> find(String name, HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(mark -> devices.find(name, mark));
    }
}
