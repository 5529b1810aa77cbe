package io.redress.people.security.web;

import io.redress.core.input.JsonBounds;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.input.Years;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.beans.PropertyEditorSupport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * The bounds of what our own endpoints accept, whatever a controller does with it: the bytes of a body, and in JSON, in
 * forms and in addresses the length of each text, the digits of each number, the years of each date and the words for
 * yes and no.
 */
@ControllerAdvice
class BoundedInput extends RequestBodyAdviceAdapter implements WebMvcConfigurer, HandlerInterceptor {

    private static final int LARGEST_JSON = 1024 * 1024;

    /** A file as a body, such as ten thousand codes. */
    private static final int LARGEST_TEXT = 10 * LARGEST_JSON;

    /** Five times what any field may hold, so that the pages refuse what honest people type. */
    private static final int LONGEST_FIELD = 5 * JsonBounds.LONGEST_TEXT;

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var isJson = isJson(message.getHeaders());
        var largest = isJson ? LARGEST_JSON : LARGEST_TEXT;
        var body = message.getBody().readNBytes(largest + 1);
        if (body.length > largest) {
            var status = HttpStatus.PAYLOAD_TOO_LARGE;
            var detail = "The body has more than %,d KiB.".formatted(largest / 1024);
            throw new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        }
        if (isJson) {
            JsonBounds.check(body);
        }
        return new Read(message.getHeaders(), body);
    }

    private static boolean isJson(HttpHeaders headers) {
        var type = headers.getContentType();
        return type == null
                || type.isCompatibleWith(MediaType.APPLICATION_JSON)
                || type.getSubtype().endsWith("+json");
    }

    /** The part of a request that was read, to be read once more. */
    private record Read(HttpHeaders headers, byte[] body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // A request that was refused already is only being answered.
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            check(request.getParameterMap(), isForm(request));
        }
        return true;
    }

    private static void check(Map<String, String[]> parameters, boolean form) {
        var problems = new ArrayList<Problem>();
        parameters.forEach((name, values) -> Stream.of(values)
                .flatMap(value -> (form ? field(value) : JsonBounds.text(value)).stream())
                .forEach(message -> problems.add(new Problem(name, message))));
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
    }

    /** What is wrong with a field of a form. The page itself says what the field may hold, beside what was typed. */
    private static Optional<String> field(String value) {
        return value.length() > LONGEST_FIELD
                ? Optional.of("Must have at most %,d characters.".formatted(LONGEST_FIELD))
                : Optional.empty();
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                || type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, BoundedInput::date);
    }

    /** Spring would also take {@code yes}, {@code on} and {@code 1}, also where a converter refuses them. */
    @InitBinder
    void trueOrFalse(WebDataBinder binder) {
        binder.registerCustomEditor(Boolean.class, new TrueOrFalse());
        binder.registerCustomEditor(boolean.class, new TrueOrFalse());
    }

    private static final class TrueOrFalse extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(
                    switch (text) {
                        case "true" -> true;
                        case "false" -> false;
                        case "" -> null;
                        default -> throw new IllegalArgumentException("Neither true nor false");
                    });
        }
    }

    private static LocalDate date(String text) {
        try {
            return text.isBlank() ? null : Years.near(LocalDate.parse(text.strip()));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
