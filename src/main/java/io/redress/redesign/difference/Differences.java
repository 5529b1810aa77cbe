package io.redress.redesign.difference;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.redesign.difference.Change.Detail;
import io.redress.redesign.difference.Change.Kind;
import io.redress.redesign.difference.Change.Part;
import io.redress.redesign.model.ModelFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/** What differs between two versions of a diagram, a file of decisions or a form, in what it means. */
@Component
public class Differences {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * All that differs; empty where only the drawing does. Files of different kinds, and files that cannot be read, differ
     * as a whole.
     */
    public List<Change> between(ModelFile before, ModelFile after) {
        if (before.kind() != after.kind()) {
            return whole(after, new Detail("name", before.name(), after.name()));
        }
        try {
            return switch (after.kind()) {
                case DIAGRAM -> DiagramDifference.between(Xml.root(before.content()), Xml.root(after.content()));
                case TABLE -> TableDifference.between(Xml.root(before.content()), Xml.root(after.content()));
                case FORM -> FormDifference.between(JSON.readTree(before.content()), JSON.readTree(after.content()));
                case OTHER -> before.equals(after) ? List.of() : whole(after, new Detail("content", "", ""));
            };
        } catch (SAXException | IOException unreadable) {
            return whole(after, new Detail("content", "", String.valueOf(unreadable.getMessage())));
        }
    }

    /**
     * The steps of a diagram that have another id in another version of it: their ids there by those here. Steps that have
     * kept their id are not in it.
     */
    public Map<String, String> renamedSteps(ModelFile before, ModelFile after) {
        try {
            Map<String, DiagramElement> earlier = DiagramElements.of(Xml.root(before.content()));
            Map<String, DiagramElement> later = DiagramElements.of(Xml.root(after.content()));
            Map<String, String> renamed = new HashMap<>(RenamedElements.between(earlier, later));
            renamed.keySet().removeIf(id -> earlier.get(id).connects());
            return renamed;
        } catch (SAXException unreadable) {
            throw new IllegalArgumentException("One of the diagrams cannot be read", unreadable);
        }
    }

    private static List<Change> whole(ModelFile file, Detail detail) {
        return List.of(new Change(
                Kind.CHANGED,
                Part.FILE,
                file.name(),
                file.kind().name().toLowerCase(Locale.ROOT),
                file.name(),
                null,
                List.of(detail)));
    }
}
