package io.redress.core.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.redress.core.input.Years;
import io.redress.core.money.AmountAsSent;
import io.redress.core.money.RateAsSent;
import io.redress.core.text.EnumWords;
import io.redress.core.text.VisibleText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/**
 * How values are read from JSON: each from its own kind alone, as Jackson would also take 7 for a text and "true" for a truth
 * value. A text of which nothing can be seen is none.
 */
final class StrictValues extends SimpleModule {

    private static final long serialVersionUID = 1L;

    StrictValues() {
        super(StrictValues.class.getName());
        add(String.class, JsonToken.VALUE_STRING, StrictValues::text);
        add(OffsetDateTime.class, JsonToken.VALUE_STRING, text -> Years.near(OffsetDateTime.parse(text.strip())));
        add(LocalDate.class, JsonToken.VALUE_STRING, text -> Years.near(LocalDate.parse(text.strip())));
        addDeserializer(Boolean.class, new Truth());
        addDeserializer(Integer.class, new Whole());
        addDeserializer(AmountAsSent.class, new Decimal<>(AmountAsSent.class, AmountAsSent::new));
        addDeserializer(RateAsSent.class, new Decimal<>(RateAsSent.class, RateAsSent::new));
        setDeserializerModifier(new EnumsByWord());
    }

    private static String text(String text) {
        String visible = VisibleText.of(text).orElse(null);
        if (visible != null && visible.indexOf('\0') >= 0) {
            throw new AnotherForm(Sentences.NO_NUL);
        }
        return visible;
    }

    private <T> void add(Class<T> type, JsonToken token, Function<String, T> read) {
        addDeserializer(type, new Scalar<>(type, token, read));
    }

    /** Thrown by who reads a text: the message says what is wrong with it, none what is usual for its type. */
    private static final class AnotherForm extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AnotherForm(String message) {
            super(message);
        }
    }

    /** Reads one kind of token. */
    private static final class Scalar<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient JsonToken token;
        private final transient Function<String, T> read;

        Scalar(Class<T> type, JsonToken token, Function<String, T> read) {
            super(type);
            this.token = token;
            this.read = read;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(token)) {
                return (T) context.handleUnexpectedToken(handledType(), json);
            }
            try {
                return read.apply(json.getText());
            } catch (AnotherForm malformed) {
                return (T) context.handleWeirdStringValue(handledType(), json.getText(), malformed.getMessage());
            } catch (DateTimeException malformed) {
                return (T) context.handleWeirdStringValue(handledType(), json.getText(), null);
            }
        }
    }

    private static final class Truth extends StdScalarDeserializer<Boolean> {

        private static final long serialVersionUID = 1L;

        Truth() {
            super(Boolean.class);
        }

        @Override
        public Boolean deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.hasToken(JsonToken.VALUE_TRUE) || json.hasToken(JsonToken.VALUE_FALSE)) {
                return json.getBooleanValue();
            }
            return (Boolean) context.handleUnexpectedToken(handledType(), json);
        }
    }

    private static final class Whole extends StdScalarDeserializer<Integer> {

        private static final long serialVersionUID = 1L;

        Whole() {
            super(Integer.class);
        }

        @Override
        public Integer deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.hasToken(JsonToken.VALUE_NUMBER_INT) && json.getNumberType() == JsonParser.NumberType.INT) {
                return json.getIntValue();
            }
            return (Integer) context.handleUnexpectedToken(handledType(), json);
        }
    }

    /** A decimal by the text that was sent, in quotes or without; what it means is judged by whoever knows its currency. */
    private static final class Decimal<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> read;

        Decimal(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return switch (json.currentToken()) {
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> read.apply(json.getText());
                case VALUE_EMBEDDED_OBJECT -> read.apply(String.valueOf(json.getEmbeddedObject()));
                default -> (T) context.handleUnexpectedToken(handledType(), json);
            };
        }
    }

    private static final class EnumsByWord extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> usual) {
            return byWord(type.getRawClass());
        }

        private static <T> JsonDeserializer<T> byWord(Class<T> type) {
            return new Scalar<>(type, JsonToken.VALUE_STRING, word -> EnumWords.constant(type, word.strip())
                    .orElseThrow(() -> new AnotherForm(null)));
        }
    }
}
