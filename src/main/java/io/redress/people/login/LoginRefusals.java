package io.redress.people.login;

import io.redress.core.http.Answers;
import io.redress.people.limit.KnownLogins;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** The answers to a failed login at each entry point: 401 where it was wrong, 429 where it was not checked. */
@Component
public class LoginRefusals {

    /** The name under which the page reads the sentence. */
    static final String WAIT = "wait";

    private final Answers answers;
    private final KnownLogins logins;

    LoginRefusals(Answers answers, KnownLogins logins) {
        this.answers = answers;
        this.logins = logins;
    }

    /** For HTTP Basic; also where there was no login at all. */
    public void challenge(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (!(failure instanceof LoginLater)) {
            Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION)).ifPresent(logins::wereWrong);
            response.setHeader("WWW-Authenticate", "Basic realm=\"Redress\", charset=\"UTF-8\"");
        }
        document(request, response, failure);
    }

    /** The answer for scripts in a page, which show the sentence themselves. */
    public void document(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof LoginLater later) {
            answers.later(response, later.seconds(), later.getMessage());
        } else {
            answers.write(response, HttpStatus.UNAUTHORIZED, "A valid login is needed", List.of());
        }
    }

    /** The answer for people at the login page. */
    public void page(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof LoginLater later) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(later.seconds()));
            request.setAttribute(WAIT, later.getMessage());
            request.getRequestDispatcher("/login/later").forward(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?error");
        }
    }
}
