package io.redress.redesign.diagram;

import io.redress.engine.guard.ModelElement;
import io.redress.redesign.model.ModelFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of a file of XML, with everything that is written in them. */
final class Elements {

    private Elements() {}

    /** Every element, whatever its depth; the file is known to be well formed. */
    static Stream<ModelElement> all(ModelFile file) {
        return withAll(read(file));
    }

    private static Stream<ModelElement> withAll(ModelElement element) {
        return Stream.concat(Stream.of(element), element.children().stream().flatMap(Elements::withAll));
    }

    private static ModelElement read(ModelFile file) {
        try {
            XMLStreamReader reader = file.xml();
            reader.nextTag();
            return element(reader, "the diagram");
        } catch (XMLStreamException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static ModelElement element(XMLStreamReader reader, String nearest) throws XMLStreamException {
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, String> extensions = new LinkedHashMap<>();
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            String namespace = reader.getAttributeNamespace(at);
            attributes.put(reader.getAttributeLocalName(at), reader.getAttributeValue(at));
            if (namespace != null && !namespace.isEmpty() && !namespace.startsWith("http://www.w3.org/")) {
                extensions.put(reader.getAttributeLocalName(at), reader.getAttributeValue(at));
            }
        }
        String own = attributes.get("id");
        String id = own == null || own.isBlank() ? nearest : own;
        String tag = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        List<ModelElement> children = new ArrayList<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                children.add(element(reader, id));
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        return new ModelElement(tag, id, attributes, extensions, text.toString(), children);
    }
}
