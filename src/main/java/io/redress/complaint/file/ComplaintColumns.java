package io.redress.complaint.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PGobject;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;

/** The columns of a case file that hold more than one value: one row is the whole file, so that one look reads it. */
@Configuration(proxyBeanMethods = false)
class ComplaintColumns extends AbstractJdbcConfiguration {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected List<?> userConverters() {
        return List.of(new ItemsToJson(), new JsonToItems());
    }

    @WritingConverter
    private static class ItemsToJson implements Converter<AffectedItems, PGobject> {

        @Override
        public PGobject convert(AffectedItems items) {
            try {
                PGobject json = new PGobject();
                json.setType("jsonb");
                json.setValue(JSON.writeValueAsString(items.list()));
                return json;
            } catch (JsonProcessingException | SQLException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    @ReadingConverter
    private static class JsonToItems implements Converter<PGobject, AffectedItems> {

        @Override
        public AffectedItems convert(PGobject json) {
            try {
                return new AffectedItems(JSON.readValue(json.getValue(), new TypeReference<>() {}));
            } catch (JsonProcessingException unreadable) {
                throw new IllegalStateException("Stored items cannot be read", unreadable);
            }
        }
    }
}
