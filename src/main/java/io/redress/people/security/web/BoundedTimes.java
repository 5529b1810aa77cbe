package io.redress.people.security.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.redress.core.input.Years;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * A Jackson module that reads dates and times only as texts, and only of years that are near. Jackson would also take
 * numbers, and counts seconds with them into any year.
 */
@Component
class BoundedTimes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    BoundedTimes() {
        super(BoundedTimes.class.getName());
        addDeserializer(LocalDate.class, new Reader<>(LocalDate.class, LocalDate::parse));
        addDeserializer(OffsetDateTime.class, new Reader<>(OffsetDateTime.class, OffsetDateTime::parse));
    }

    private static final class Reader<T extends TemporalAccessor> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        Reader(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return handledType().cast(context.handleUnexpectedToken(handledType(), json));
            }
            var text = json.getText().strip();
            try {
                return text.isEmpty() ? null : Years.near(parse.apply(text));
            } catch (DateTimeException malformed) {
                return handledType().cast(context.handleWeirdStringValue(handledType(), text, malformed.getMessage()));
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public Class<T> handledType() {
            return (Class<T>) super.handledType();
        }
    }
}
