package io.redress.core.money;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * A Jackson deserializer for decimal numbers in another system's JSON, by {@link SystemAmount#number}: what cannot be
 * calculated with, such as 1e400, is refused while it is read, before anything is done with it.
 */
public final class BoundedNumbers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public BoundedNumbers() {
        addDeserializer(BigDecimal.class, new Reader());
    }

    private static final class Reader extends StdScalarDeserializer<BigDecimal> {

        private static final long serialVersionUID = 1L;

        Reader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return switch (json.currentToken()) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json);
                case VALUE_STRING -> json.getText().isBlank() ? null : number(json);
                default -> (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, json);
            };
        }

        private static BigDecimal number(JsonParser json) throws IOException {
            try {
                return SystemAmount.number(json.getText());
            } catch (UnreadableAmount unreadable) {
                throw JsonMappingException.from(json, unreadable.getMessage());
            }
        }
    }
}
