package io.redress.redesign.gate;

import io.redress.redesign.model.ModelFile;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Where in a file the elements stand, by id; Modeler leads to them. */
final class FoundPlaces {

    static final Place NOWHERE = new Place(0, 0);

    private final Map<String, Place> places = new HashMap<>();

    /** A line and a column, both from 1, or 0 where they are not known. */
    record Place(int line, int column) {}

    FoundPlaces(ModelFile file) {
        if (file.kind() == ModelFile.Kind.DIAGRAM || file.kind() == ModelFile.Kind.TABLE) {
            read(file);
        }
    }

    Place of(String element) {
        return places.getOrDefault(element, NOWHERE);
    }

    private void read(ModelFile file) {
        try {
            XMLStreamReader reader = file.xml();
            while (reader.hasNext()) {
                reader.next();
                String id = reader.isStartElement() ? reader.getAttributeValue(null, "id") : null;
                if (id != null) {
                    places.putIfAbsent(
                            id,
                            new Place(
                                    reader.getLocation().getLineNumber(),
                                    reader.getLocation().getColumnNumber()));
                }
            }
        } catch (XMLStreamException malformed) {
            // What could not be read is told of by itself.
            places.clear();
        }
    }
}
