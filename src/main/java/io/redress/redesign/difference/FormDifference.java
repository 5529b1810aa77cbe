package io.redress.redesign.difference;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.redesign.difference.Change.Detail;
import io.redress.redesign.difference.Change.Kind;
import io.redress.redesign.difference.Change.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What differs between two forms, field by field. Where a field stands in its row, and its generated id, make no difference. */
final class FormDifference {

    private static final Set<String> NO_MEANING = Set.of(
            "id",
            "layout",
            "components",
            "exporter",
            "executionPlatform",
            "executionPlatformVersion",
            "schemaVersion",
            "$schema");

    private record Field(String id, String type, String name, Map<String, String> said) {}

    private FormDifference() {}

    static List<Change> between(JsonNode before, JsonNode after) {
        List<Change> changes = new ArrayList<>();
        List<Detail> whole = Details.between(head(before), head(after));
        if (!whole.isEmpty()) {
            changes.add(new Change(
                    Kind.CHANGED,
                    Part.FILE,
                    after.path("id").asText(),
                    "form",
                    after.path("name").asText(),
                    null,
                    whole));
        }
        Map<String, Field> then = fields(before);
        Map<String, Field> now = fields(after);
        pairBySaying(then, now);
        now.forEach((key, field) -> {
            Field earlier = then.get(key);
            List<Detail> details = Details.between(earlier == null ? Map.of() : earlier.said(), field.said());
            if (!details.isEmpty()) {
                changes.add(change(earlier == null ? Kind.ADDED : Kind.CHANGED, field, details));
            }
        });
        then.forEach((key, field) -> {
            if (!now.containsKey(key)) {
                changes.add(change(Kind.REMOVED, field, Details.between(field.said(), Map.of())));
            }
        });
        return changes;
    }

    private static Map<String, String> head(JsonNode form) {
        Map<String, String> head = said(form);
        head.put("id", form.path("id").asText());
        return head;
    }

    private static Change change(Kind kind, Field field, List<Detail> details) {
        return new Change(kind, Part.FIELD, field.id(), field.type(), field.name(), null, details);
    }

    private static Map<String, Field> fields(JsonNode form) {
        Map<String, Field> fields = new LinkedHashMap<>();
        collect(form, "", fields);
        return fields;
    }

    private static void collect(JsonNode container, String within, Map<String, Field> fields) {
        container.path("components").forEach(component -> {
            Map<String, String> said = said(component);
            if (!within.isEmpty()) {
                said.put("within", within);
            }
            String id = Stream.of("key", "path", "id")
                    .map(name -> component.path(name).asText())
                    .filter(value -> !value.isBlank())
                    .findFirst()
                    .orElse("");
            String name = Stream.of("label", "text", "content")
                    .map(property -> component.path(property).asText())
                    .filter(value -> !value.isBlank())
                    .findFirst()
                    .orElse("");
            String key = id;
            while (key.isEmpty() || fields.containsKey(key)) {
                key += "'";
            }
            fields.put(key, new Field(id, component.path("type").asText(), name, said));
            boolean hasOwnName = component.hasNonNull("path") || component.hasNonNull("key");
            collect(component, hasOwnName ? id : within, fields);
        });
    }

    private static Map<String, String> said(JsonNode node) {
        Map<String, String> said = new LinkedHashMap<>();
        node.properties().stream()
                .filter(property -> !NO_MEANING.contains(property.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(property -> flatten(property.getKey(), property.getValue(), said));
        return said;
    }

    private static void flatten(String path, JsonNode value, Map<String, String> said) {
        if (value.isContainerNode() && !value.isEmpty()) {
            if (value.isObject()) {
                value.properties().forEach(inner -> flatten(path + "." + inner.getKey(), inner.getValue(), said));
            } else {
                for (int at = 0; at < value.size(); at++) {
                    flatten(path + " " + (at + 1), value.get(at), said);
                }
            }
        } else if (!value.isNull()) {
            said.put(path, value.isContainerNode() ? value.toString() : value.asText());
        }
    }

    /** What has no name of its own is the same if it says the same: its id is made up by the editor. */
    private static void pairBySaying(Map<String, Field> then, Map<String, Field> now) {
        for (String key : List.copyOf(now.keySet())) {
            Field field = now.get(key);
            if (!then.containsKey(key)) {
                then.entrySet().stream()
                        .filter(other -> !now.containsKey(other.getKey())
                                && other.getValue().said().equals(field.said()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .ifPresent(other -> then.put(key, then.remove(other)));
            }
        }
    }
}
