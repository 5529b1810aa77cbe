package io.redress.core.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.core.input.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The writer of refusals as problem documents (RFC 9457) where no controller does it, such as in a filter. */
@Component
public class Answers {

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, HttpStatus status, String detail, List<Problem> problems)
            throws IOException {
        write(response, status, document(status, detail, problems));
    }

    /** Asks a caller to come again: 429 with {@code Retry-After}. @param seconds until it may, at least 1 */
    public void later(HttpServletResponse response, long seconds, String detail) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        write(response, HttpStatus.TOO_MANY_REQUESTS, detail, List.of());
    }

    public void write(HttpServletResponse response, HttpStatus status, Map<String, Object> document)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        var bytes = json.writeValueAsBytes(document);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** {@code message} repeats the detail, because the engine's web applications show only that. */
    public static Map<String, Object> document(HttpStatus status, String detail, List<Problem> problems) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "about:blank");
        document.put("title", status.getReasonPhrase());
        document.put("status", status.value());
        document.put("detail", detail);
        document.put("message", detail);
        if (!problems.isEmpty()) {
            document.put("errors", problems);
        }
        return document;
    }
}
