package io.redress.people.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The security headers of pages, those of Camunda's applications included. */
final class BrowserHeaders {

    private static final String NAME = "Content-Security-Policy";

    /** A style sheet that Swagger's script puts into the API's page at run time, allowed by its digest. */
    private static final String SWAGGERS_STYLE = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";

    private static final String OURS =
            "default-src 'self'; script-src 'self' 'nonce-%1$s'; style-src 'self' 'nonce-%1$s' " + SWAGGERS_STYLE
                    + "; img-src 'self' data:; "
                    + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /**
     * Camunda's own, without the scripts that it would let in for browsers that know no nonce. Its pages and form-js
     * make styles as they run, which no nonce can mark.
     */
    private static final String CAMUNDAS =
            "default-src 'self'; script-src 'nonce-%1$s' 'strict-dynamic' 'unsafe-eval'; "
                    + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
                    + "form-action 'self'; frame-ancestors 'none'; "
                    + "sandbox allow-forms allow-scripts allow-same-origin allow-popups allow-downloads";

    private static final RequestMatcher CAMUNDA =
            request -> request.getServletPath().startsWith("/camunda");

    private static final RequestMatcher CAMUNDAS_PAGES =
            request -> CAMUNDA.matches(request) && !request.getServletPath().startsWith("/camunda/api");

    private BrowserHeaders() {}

    /** For pages of staff: Camunda's large scripts may be cached, ours hold cases and may not. */
    static void pages(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(BrowserHeaders::policy)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(CAMUNDA), new CacheControlHeadersWriter()));
    }

    /** For pages whose address is the secret: it must not travel on to other sites. */
    static void secretAddress(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(BrowserHeaders::policy)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }

    private static void policy(HttpServletRequest request, HttpServletResponse response) {
        String policy = CAMUNDAS_PAGES.matches(request) ? CAMUNDAS : OURS;
        response.setHeader(NAME, policy.formatted(PageNonce.of(request)));
    }
}
