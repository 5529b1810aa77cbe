package io.redress.people.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The nonce of one answer: by it the browser knows the scripts that the page's header means. Templates find it as
 * {@code cspNonce}.
 *
 * <p>Camunda's applications take theirs from an attribute of the servlet context, which all requests share, so that two
 * people at once would get pages whose scripts are refused. They are given a context that has the answer's own instead.
 */
class PageNonce extends OncePerRequestFilter {

    private static final String ATTRIBUTE = "cspNonce";
    private static final String CAMUNDAS = "org.camunda.bpm.csp.nonce";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        of(request);
        chain.doFilter(request.getServletPath().startsWith("/camunda/") ? new Own(request) : request, response);
    }

    /** The nonce of the answer to this request; the same however often it is asked for. */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String given) {
            return given;
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(ATTRIBUTE, nonce);
        return nonce;
    }

    /** A request that sees its own nonce where Camunda's applications look for theirs. */
    private static final class Own extends HttpServletRequestWrapper {

        Own(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletContext getServletContext() {
            ServletContext shared = super.getServletContext();
            return (ServletContext) Proxy.newProxyInstance(
                    ServletContext.class.getClassLoader(),
                    new Class<?>[] {ServletContext.class},
                    (self, call, with) -> {
                        if (call.getName().equals("getAttribute") && CAMUNDAS.equals(with[0])) {
                            return of((HttpServletRequest) getRequest());
                        }
                        try {
                            return call.invoke(shared, with);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }
}
