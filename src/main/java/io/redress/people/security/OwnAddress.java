package io.redress.people.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The filter that sends redirects to our own address and nowhere else, whatever host a request or a proxy in front
 * names. Whoever calls the machine itself, by {@code localhost} or its number, stays at the name they used.
 */
class OwnAddress extends OncePerRequestFilter {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Pattern ORIGIN = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*");

    private final String baseUrl;

    /** @param baseUrl such as {@code https://redress.example}, without a slash at the end */
    OwnAddress(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Redirecting(request, response));
    }

    /** The answer to a request, which redirects to our own address only. */
    private final class Redirecting extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        Redirecting(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendRedirect(String location) {
            resetBuffer();
            setStatus(HttpStatus.FOUND.value());
            super.setHeader(HttpHeaders.LOCATION, own(absolute(location)));
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, isForeign(name, value) ? own(value) : value);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, isForeign(name, value) ? own(value) : value);
        }

        /** What only names a path stays where the browser is, and is left as it is. */
        private boolean isForeign(String name, String value) {
            return HttpHeaders.LOCATION.equalsIgnoreCase(name)
                    && ORIGIN.matcher(value).lookingAt();
        }

        private String absolute(String location) {
            String asked = request.getRequestURI();
            return location.startsWith("/") || ORIGIN.matcher(location).lookingAt()
                    ? location
                    : asked.substring(0, asked.lastIndexOf('/') + 1) + location;
        }

        private String own(String location) {
            String path = "/" + ORIGIN.matcher(location).replaceFirst("").replaceFirst("^[/\\\\]+", "");
            return isNamedAsThisMachine() ? path : baseUrl + path;
        }

        private boolean isNamedAsThisMachine() {
            String host = request.getHeader(HttpHeaders.HOST);
            return host != null
                    && !host.equals(URI.create(baseUrl).getAuthority())
                    && THIS_MACHINE.contains(host.replaceFirst(":\\d*$", ""));
        }
    }
}
