package io.redress.intake.takeover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redress.core.text.VisibleText;
import io.redress.intake.takeover.ImportText.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reader of rows in a JSON list of flat objects with the columns as fields. */
final class ImportJson {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readerFor(JsonNode.class);

    private ImportJson() {}

    /**
     * @param faults takes what is wrong with single rows
     * @throws Unreadable where it is no JSON list
     */
    static List<ImportLine> read(String text, List<ImportFault> faults) {
        JsonNode list;
        try {
            list = READER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new Unreadable(1, "This is not well-formed JSON: " + malformed.getOriginalMessage());
        }
        if (list == null || !list.isArray()) {
            throw new Unreadable(1, "Must be a JSON list of objects.");
        }
        List<ImportLine> lines = new ArrayList<>();
        for (int row = 1; row <= list.size(); row++) {
            lines.add(line(row, list.get(row - 1), faults));
        }
        return lines;
    }

    private static ImportLine line(int row, JsonNode object, List<ImportFault> faults) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (!object.isObject()) {
            faults.add(new ImportFault(row, ImportFault.WHOLE_ROW, "Must be an object."));
        }
        object.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (!ImportCheck.COLUMNS.contains(name)) {
                faults.add(new ImportFault(row, name, "This field is not known."));
            } else if (value.isTextual() || value.isInt() && name.equals("priority")) {
                if (!VisibleText.isMissing(value.asText())) {
                    cells.put(name, value.asText());
                }
            } else if (!value.isNull()) {
                faults.add(new ImportFault(row, name, "Must be a text."));
            }
        });
        return new ImportLine(row, cells);
    }
}
