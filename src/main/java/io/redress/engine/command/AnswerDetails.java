package io.redress.engine.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Details for the caller beside what the engine's own REST interface answers to a call that failed, kept for as long as
 * the request.
 */
public final class AnswerDetails {

    private static final String ATTRIBUTE = AnswerDetails.class.getName();

    private AnswerDetails() {}

    /** Adds a field to the answer of the request that is under way; does nothing where none is. */
    public static void add(String field, Object value) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            Map<String, Object> details =
                    new LinkedHashMap<>(details(request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)));
            details.put(field, value);
            request.setAttribute(ATTRIBUTE, details, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** What was added while the request was handled. */
    public static Map<String, Object> of(HttpServletRequest request) {
        return details(request.getAttribute(ATTRIBUTE));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> details(Object added) {
        return added == null ? Map.of() : (Map<String, Object>) added;
    }
}
