package io.redress.people.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The filter that lets Camunda's own login form, which its applications show after a session has ended, open our
 * session as well.
 *
 * <p>Camunda replaces the session when it logs somebody in, so ours is stored only after Camunda has answered.
 */
public class CamundaLogin extends AbstractAuthenticationProcessingFilter {

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    private final KnownDevice device;

    public CamundaLogin(EngineLogin login, LoginRefusals refusals, KnownDevice device) {
        super(PathPatternRequestMatcher.withDefaults()
                .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/login/**"));
        setAuthenticationManager(new ProviderManager(login));
        setAuthenticationFailureHandler(refusals::document);
        this.device = device;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        var name = request.getParameter("username");
        var password = request.getParameter("password");
        return getAuthenticationManager()
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(
                        name == null ? "" : name, password == null ? "" : password));
    }

    @Override
    protected void successfulAuthentication(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Authentication login)
            throws IOException, ServletException {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(login);
        SecurityContextHolder.setContext(context);
        device.remember(login.getName(), request, response);
        chain.doFilter(request, response);
        if (response.getStatus() < 400) {
            sessions.saveContext(context, request, response);
        }
    }
}
