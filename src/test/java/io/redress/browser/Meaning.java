package io.redress.browser;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a model means, as lines to compare: without the order of attributes and of different parts, indents, and what is
 * understood where it is not said.
 */
final class Meaning {

    /** What the engine takes where a file says nothing. */
    private static final Map<String, String> DEFAULTS =
            Map.of("calledElementBinding", "latest", "decisionRefBinding", "latest", "hitPolicy", "UNIQUE");

    private static final ObjectMapper SORTED =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /** Where the shapes are: Modeler moves a diagram that is drawn above or left of its origin. */
    private static final Set<String> DRAWING = Set.of("BPMNDiagram", "DMNDI");

    private static final Comparator<Element> BY_KIND = Comparator.comparing(Element::getLocalName);

    private final List<String> lines = new ArrayList<>();
    private final Comparator<Element> order;

    /** @param drawn whether the file is a diagram, in which the order of steps and flows says nothing; rows' order does */
    private Meaning(boolean drawn) {
        order = drawn ? BY_KIND.thenComparing(element -> element.getAttribute("id")) : BY_KIND;
    }

    static String of(String name, String text) throws IOException {
        if (name.endsWith(".form")) {
            return form(text);
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document =
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            Meaning meaning = new Meaning(name.endsWith(".bpmn"));
            meaning.read(document.getDocumentElement(), "");
            return String.join("\n", meaning.lines);
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException(name, unreadable);
        }
    }

    /** Without the version of Modeler's form editor that wrote it, and without the order of properties. */
    private static String form(String text) throws IOException {
        Map<String, Object> form = SORTED.readValue(text, new TypeReference<>() {});
        form.remove("schemaVersion");
        return SORTED.writerWithDefaultPrettyPrinter().writeValueAsString(form);
    }

    private void read(Element element, String indent) {
        lines.add(indent + element.getLocalName() + attributes(element) + words(element));
        children(element).stream().sorted(order).forEach(child -> read(child, indent + "  "));
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int at = 0; at < element.getAttributes().getLength(); at++) {
            Node attribute = element.getAttributes().item(at);
            String name = attribute.getLocalName();
            boolean said = !attribute.getNodeName().startsWith("xmlns")
                    && !attribute.getNodeValue().equals(DEFAULTS.get(name));
            if (said) {
                attributes.put(name, attribute.getNodeValue());
            }
        }
        return attributes;
    }

    private static String words(Element element) {
        return children(element).isEmpty() ? " " + element.getTextContent().strip() : "";
    }

    private static List<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> !DRAWING.contains(child.getLocalName()))
                .collect(Collectors.toList());
    }
}
