package io.redress.redesign.mutant;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.mutant.Mutant.Operator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every slip of a kind in a form, one at a time, made in its JSON. */
final class FormMutants {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a manager may take instead, since Modeler offers it for the same field. */
    private static final Map<String, String> ALIKE = Map.of(
            "textfield", "textarea",
            "textarea", "checkbox",
            "radio", "textfield",
            "select", "radio",
            "checkbox", "textfield",
            "number", "textfield",
            "expression", "textfield");

    private final ModelFile file;
    private final ObjectNode form;
    private final List<Mutant> mutants = new ArrayList<>();

    private FormMutants(ModelFile file, ObjectNode form) {
        this.file = file;
        this.form = form;
    }

    static List<Mutant> of(ModelFile file) {
        try {
            FormMutants all = new FormMutants(file, (ObjectNode) JSON.readTree(file.content()));
            all.within(JsonPointer.compile("/components"), all.form.path("components"));
            all.add(
                    Operator.FORM_RENAMED,
                    all.form.path("id").asText(),
                    JsonPointer.empty(),
                    whole -> whole.put("id", whole.path("id").asText() + "Next"));
            return all.mutants;
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void within(JsonPointer parts, JsonNode components) {
        String first = components.path(0).path("id").asText();
        for (int i = 0; i < components.size(); i++) {
            JsonPointer place = parts.appendIndex(i);
            part(parts, i, (ObjectNode) components.get(i), first);
            within(place.appendProperty("components"), components.get(i).path("components"));
        }
    }

    private void part(JsonPointer parts, int index, ObjectNode part, String first) {
        JsonPointer place = parts.appendIndex(index);
        String name = part.path("key").asText(part.path("id").asText());
        String type = part.path("type").asText();
        ObjectNode dropped = form.deepCopy();
        ((ArrayNode) dropped.at(parts)).remove(index);
        add(Operator.PART_DROPPED, name, dropped);
        add(Operator.TYPE_SLIPPED, name, place, one -> one.put("type", type + "x"));
        if (index > 0) {
            add(Operator.ID_DOUBLED, name, place, one -> one.put("id", first));
        }
        if (part.has("key")) {
            add(Operator.FIELD_RENAMED, name, place, one -> one.put("key", name + "x"));
        }
        if (ALIKE.containsKey(type)) {
            add(
                    Operator.FIELD_RETYPED,
                    name + " to " + ALIKE.get(type),
                    place,
                    one -> one.put("type", ALIKE.get(type)));
        }
        if (part.has("validate")) {
            add(Operator.VALIDATION_DROPPED, name, place, one -> one.remove("validate"));
        }
        if (part.has("conditional")) {
            add(Operator.HIDING_DROPPED, name, place, one -> one.remove("conditional"));
        }
        if (part.has("values")) {
            add(Operator.OPTIONS_DROPPED, name, place, one -> one.putArray("values"));
            for (int i = 0; i < part.path("values").size(); i++) {
                int option = i;
                String word = part.path("values").path(i).path("value").asText();
                add(Operator.OPTION_DROPPED, name + ": " + word, place, one -> ((ArrayNode) one.path("values"))
                        .remove(option));
                add(Operator.OPTION_SLIPPED, name + ": " + word, place, one -> ((ObjectNode)
                                one.path("values").get(option))
                        .put("value", word + "x"));
            }
        }
    }

    private void add(Operator operator, String what, JsonPointer place, Consumer<ObjectNode> slip) {
        ObjectNode mutated = form.deepCopy();
        slip.accept((ObjectNode) mutated.at(place));
        add(operator, what, mutated);
    }

    private void add(Operator operator, String what, ObjectNode mutated) {
        try {
            byte[] content = JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(mutated)
                    .getBytes(StandardCharsets.UTF_8);
            mutants.add(new Mutant(operator, what, new ModelFile(file.name(), content)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
