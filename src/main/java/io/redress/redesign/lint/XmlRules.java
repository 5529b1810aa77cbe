package io.redress.redesign.lint;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The rules for every XML file in a deployment: it is well formed, and refers to no other file. */
final class XmlRules {

    private static final XMLInputFactory XML = factory();

    private XmlRules() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** What is wrong with a file; empty where nothing is. */
    static Optional<String> problem(byte[] file) {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(file));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.DTD) {
                    return Optional.of("a document type (DOCTYPE) is not allowed in a deployment");
                }
            }
            return Optional.empty();
        } catch (XMLStreamException malformed) {
            var where = malformed.getLocation();
            return Optional.of(
                    where == null
                            ? "is no well-formed XML"
                            : "is no well-formed XML at line %d, column %d"
                                    .formatted(where.getLineNumber(), where.getColumnNumber()));
        }
    }
}
