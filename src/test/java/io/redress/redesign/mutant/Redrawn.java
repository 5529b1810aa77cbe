package io.redress.redesign.mutant;

import io.redress.redesign.model.ModelFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A diagram in which every flow has another id and everything stands in another place, as where somebody draws it anew. */
public final class Redrawn {

    private static final int FURTHER = 40;

    private Redrawn() {}

    public static ModelFile of(ModelFile file) {
        String text = file.text();
        List<String> flows = Pattern.compile("<bpmn:sequenceFlow id=\"([^\"]+)\"")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
        for (int i = 0; i < flows.size(); i++) {
            text = text.replaceAll("(?<=[\">])" + Pattern.quote(flows.get(i)) + "(?=[\"<_])", "Flow_" + i + "x7a");
        }
        text = Pattern.compile(" ([xy])=\"(\\d+)\"").matcher(text).replaceAll(found -> " %s=\"%d\""
                .formatted(found.group(1), Integer.parseInt(found.group(2)) + FURTHER));
        return new ModelFile(file.name(), text.getBytes(StandardCharsets.UTF_8));
    }
}
