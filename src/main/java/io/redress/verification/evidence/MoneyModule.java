package io.redress.verification.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The Jackson module that writes money as {@code EUR 12.30} in stored evidence. */
class MoneyModule extends SimpleModule {

    MoneyModule() {
        addSerializer(new Writer<>(Money.class));
        addSerializer(new Writer<>(CurrencyUnit.class));
        addDeserializer(Money.class, new Reader<>(Money.class) {
            @Override
            Money parse(String text) {
                return Money.parse(text);
            }
        });
        addDeserializer(CurrencyUnit.class, new Reader<>(CurrencyUnit.class) {
            @Override
            CurrencyUnit parse(String text) {
                return CurrencyUnit.of(text);
            }
        });
    }

    private static class Writer<T> extends StdSerializer<T> {

        Writer(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(value.toString());
        }
    }

    private abstract static class Reader<T> extends StdDeserializer<T> {

        Reader(Class<T> type) {
            super(type);
        }

        abstract T parse(String text);

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parse(parser.getText());
        }
    }
}
