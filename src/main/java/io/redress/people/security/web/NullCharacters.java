package io.redress.people.security.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * The check that refuses bodies with a null character anywhere, whatever they are read into: no database stores it.
 */
@RestControllerAdvice
class NullCharacters extends RequestBodyAdviceAdapter {

    private static final String MESSAGE = "Must not contain the character NUL.";
    private static final int MOST_NAMED = 20;
    private static final String ESCAPED = "\\u0000";
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        // Files are checked where their format is known, which may have such bytes.
        return target != byte[].class;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        // In ASCII, so that the search needs no knowledge of the text's encoding.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (text.indexOf('\0') >= 0) {
            throw new RefusedInput("body", MESSAGE);
        }
        if (text.contains(ESCAPED)) {
            List<Problem> problems = withNull(body).stream()
                    .map(field -> new Problem(field, MESSAGE))
                    .toList();
            if (!problems.isEmpty()) {
                throw new RefusedInput(problems);
            }
        }
        return new Read(message.getHeaders(), new ByteArrayInputStream(body));
    }

    private record Read(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }

    /** The names of the first texts and fields with a null character, such as {@code codes[0].code}. */
    private static List<String> withNull(byte[] body) {
        List<String> fields = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken();
                    token != null && fields.size() < MOST_NAMED;
                    token = parser.nextToken()) {
                boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
                if (text && parser.getText().indexOf('\0') >= 0) {
                    fields.add(name(parser.getParsingContext().pathAsPointer()));
                }
            }
        } catch (IOException malformed) {
            // Whoever reads it says what is wrong with it.
        }
        return fields;
    }

    private static String name(JsonPointer pointer) {
        StringBuilder name = new StringBuilder();
        for (JsonPointer part = pointer; part != null && !part.matches(); part = part.tail()) {
            if (part.mayMatchElement()) {
                name.append('[').append(part.getMatchingIndex()).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".")
                        .append(part.getMatchingProperty().replace("\0", ""));
            }
        }
        return name.isEmpty() ? "body" : name.toString();
    }
}
