package io.redress.redesign.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.web.multipart.MultipartFile;

/**
 * A diagram, a decision table or a form as a file.
 *
 * @param name the file name, which is also the resource name in the engine
 * @param content the file's bytes
 */
public record ModelFile(String name, byte[] content) {

    /** What a file is, by the ending of its name. */
    public enum Kind {
        DIAGRAM(".bpmn", ".bpmn20.xml"),
        TABLE(".dmn", ".dmn11.xml"),
        FORM(".form"),
        /** Nothing that the engine deploys, or that we let it. */
        OTHER;

        private final List<String> endings;

        Kind(String... endings) {
            this.endings = List.of(endings);
        }

        /** The endings of such files' names, with the dot. */
        public List<String> endings() {
            return endings;
        }
    }

    /** A file that was sent with a form, without the folders that some browsers name with it. */
    public static ModelFile uploaded(MultipartFile sent) {
        String name = Objects.toString(sent.getOriginalFilename(), "").replace("\0", "");
        try {
            return new ModelFile(
                    name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), sent.getBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the file is, by the ending of its name in whatever case. */
    public Kind kind() {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.endings.stream().anyMatch(lower::endsWith))
                .findFirst()
                .orElse(Kind.OTHER);
    }

    /** The content as text. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /**
     * A reader of the content as XML. It follows nothing to other files; a document type is told as one.
     *
     * @throws XMLStreamException where it cannot even begin
     */
    public XMLStreamReader xml() throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(content));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelFile file && name.equals(file.name) && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return name;
    }
}
