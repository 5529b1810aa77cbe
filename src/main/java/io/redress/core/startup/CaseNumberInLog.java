package io.redress.core.startup;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A filter that puts the case number from the requested address into every log line; in jobs the engine does the same.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CaseNumberInLog extends OncePerRequestFilter {

    /** The key under which log lines carry the case number. */
    static final String KEY = "caseNumber";

    private static final Pattern ADDRESS = Pattern.compile("/api/complaints/(C-[0-9]{4}-[0-9]{1,12})(/.*)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = ADDRESS.matcher(request.getRequestURI());
        if (!address.matches()) {
            chain.doFilter(request, response);
            return;
        }
        MDC.put(KEY, address.group(1));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
        }
    }
}
