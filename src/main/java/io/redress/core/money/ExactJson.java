package io.redress.core.money;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** JSON whose numbers keep the text that they were sent as, so that {@code 1e3} can be told from {@code 1000}. */
public final class ExactJson {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readerFor(JsonNode.class);

    private ExactJson() {}

    /**
     * Numbers with a point or an exponent become nodes of their own text, to be read by {@link #amountIn}; written again,
     * they stand there as they were sent.
     *
     * @return {@code null} where there is nothing
     * @throws JsonProcessingException where it is no JSON, names a field twice or goes on behind its end
     */
    public static JsonNode read(String json) throws JsonProcessingException {
        try (JsonParser parser = READER.createParser(json)) {
            return READER.readTree(new OwnText(parser));
        } catch (JsonProcessingException malformed) {
            throw malformed;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What was sent as a text or as a number, to be read as an amount; empty for anything else. */
    public static Optional<String> amountIn(JsonNode value) {
        return value.isTextual() || value.isNumber() || value.isPojo() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** Read as its text, and written as the number that it is. */
    private record NumberText(@JsonValue @JsonRawValue String text) {

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class OwnText extends JsonParserDelegate {

        OwnText(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            return own(super.nextToken());
        }

        @Override
        public JsonToken currentToken() {
            return own(super.currentToken());
        }

        @Override
        public int currentTokenId() {
            JsonToken token = currentToken();
            return token == null ? super.currentTokenId() : token.id();
        }

        @Override
        public Object getEmbeddedObject() throws IOException {
            return super.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                    ? new NumberText(getText())
                    : super.getEmbeddedObject();
        }

        private static JsonToken own(JsonToken token) {
            return token == JsonToken.VALUE_NUMBER_FLOAT ? JsonToken.VALUE_EMBEDDED_OBJECT : token;
        }
    }
}
