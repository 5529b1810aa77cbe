package io.redress.people.casedoor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.redress.complaint.timeline.CaseNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * An answer of the engine, without the cases that somebody must not see. A row or object belongs to a case if one of
 * its ids or its business key does; where other text names a hidden case, its number is left out.
 */
final class CaseAnswer {

    private static final Pattern ID =
            Pattern.compile("(?:[^:]+:)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");
    private static final Pattern IDS = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final String UNNAMED = "C-…";

    private final JsonNode root;
    private final Set<String> hidden;
    private final Set<String> hiddenNumbers;

    /**
     * @param hiddenAmong which of some engine ids and case numbers belong to hidden cases
     */
    CaseAnswer(JsonNode root, Function<Set<String>, Set<String>> hiddenAmong) {
        this.root = root;
        Set<String> named = new HashSet<>();
        collect(root, named);
        hidden = hiddenAmong.apply(named);
        hiddenNumbers = new HashSet<>(hidden);
        hiddenNumbers.removeIf(one -> !CaseNumber.looksLike(one));
    }

    /** Every engine id and case number in a text, as in an address. */
    static Set<String> namedIn(String text) {
        Set<String> named = new HashSet<>();
        IDS.matcher(text).results().forEach(found -> named.add(found.group()));
        CaseNumber.allIn(text).forEach(number -> named.add(number.value()));
        return named;
    }

    private static void collect(JsonNode node, Set<String> named) {
        if (node.isTextual()) {
            var text = node.textValue();
            var id = ID.matcher(text);
            if (id.matches()) {
                named.add(id.group(1));
            } else if (text.contains("C-")) {
                CaseNumber.allIn(text).forEach(number -> named.add(number.value()));
            }
        } else {
            if (node.isObject()) {
                node.fieldNames().forEachRemaining(name -> collect(TextNode.valueOf(name), named));
            }
            node.forEach(child -> collect(child, named));
        }
    }

    /** Whether the answer as a whole is a hidden case's. */
    boolean isHidden() {
        return root.isObject() && isOfHidden((ObjectNode) root);
    }

    /** How many tasks a page in the web applications' own notation has. */
    int tasks() {
        return root.path("_embedded").path("task").size();
    }

    /** The answer without the hidden cases. */
    JsonNode shown() {
        prune(root);
        return root;
    }

    private void prune(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (Iterator<JsonNode> rows = array.elements(); rows.hasNext(); ) {
                var row = rows.next();
                if (row instanceof ObjectNode object && isOfHidden(object)
                        || row.isTextual() && isHidden(row.textValue())) {
                    rows.remove();
                }
            }
            for (int at = 0; at < array.size(); at++) {
                if (array.get(at).isTextual()) {
                    array.set(at, masked(array.get(at).textValue()));
                } else {
                    prune(array.get(at));
                }
            }
        } else if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                var value = object.get(name);
                if (isHidden(name)) {
                    object.remove(name);
                } else if (value.isTextual()) {
                    object.put(name, masked(value.textValue()));
                } else {
                    prune(value);
                }
            }
        }
    }

    /** Its own ids and those of objects in it count; those of lists in it do not. */
    private boolean isOfHidden(ObjectNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            var value = field.getValue();
            if (value.isTextual() && isKey(field.getKey()) && isHidden(value.textValue())
                    || value instanceof ObjectNode inner && !field.getKey().startsWith("_") && isOfHidden(inner)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKey(String field) {
        return field.equals("id")
                || field.endsWith("Id")
                || field.equals("businessKey")
                || field.endsWith("BusinessKey");
    }

    private boolean isHidden(String text) {
        var id = ID.matcher(text);
        return hidden.contains(id.matches() ? id.group(1) : text);
    }

    private String masked(String text) {
        var masked = text;
        if (text.contains("C-")) {
            for (var number : hiddenNumbers) {
                masked = masked.replace(number, UNNAMED);
            }
        }
        return masked;
    }
}
