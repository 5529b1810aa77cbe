package io.redress.redesign.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXParseException;

/**
 * The reader of diagrams, decision tables and forms, with the engine's own libraries. A document type is refused before
 * anything is read: it can name other files, and grow a small file into gigabytes.
 */
@Component
public class ModelReader {

    private static final int MOST_KEPT = 200;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The same files are read again and again: all live ones for each draft. Nobody changes what was read. */
    private final Cache<ModelFile, BpmnModelInstance> diagrams =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    private final Cache<ModelFile, DmnModelInstance> tables =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** @throws UnreadableModel where it is no diagram */
    public Parsed<BpmnModelInstance> diagram(ModelFile file, boolean drafted) throws UnreadableModel {
        BpmnModelInstance model = diagrams.getIfPresent(file);
        if (model == null) {
            requireHarmlessXml(file);
            try {
                model = Bpmn.readModelFromStream(new ByteArrayInputStream(file.content()));
            } catch (ModelException unreadable) {
                throw unreadable(unreadable);
            }
            diagrams.put(file, model);
        }
        return new Parsed<>(
                file,
                drafted,
                ids(model.getModelElementsByType(Process.class).stream().map(Process::getId)),
                model);
    }

    /** @throws UnreadableModel where it holds no decisions */
    public Parsed<DmnModelInstance> table(ModelFile file, boolean drafted) throws UnreadableModel {
        DmnModelInstance model = tables.getIfPresent(file);
        if (model == null) {
            requireHarmlessXml(file);
            try {
                model = Dmn.readModelFromStream(new ByteArrayInputStream(file.content()));
            } catch (ModelException unreadable) {
                throw unreadable(unreadable);
            }
            tables.put(file, model);
        }
        return new Parsed<>(
                file,
                drafted,
                ids(model.getModelElementsByType(Decision.class).stream().map(Decision::getId)),
                model);
    }

    /** @throws UnreadableModel where it is no JSON object */
    public Parsed<JsonNode> form(ModelFile file, boolean drafted) throws UnreadableModel {
        try {
            JsonNode form = JSON.readTree(file.content());
            if (!form.isObject()) {
                throw new UnreadableModel("it is no JSON object", null);
            }
            return new Parsed<>(file, drafted, ids(Stream.of(form.path("id").asText())), form);
        } catch (JsonProcessingException malformed) {
            throw new UnreadableModel(
                    "line %d, column %d: %s"
                            .formatted(
                                    malformed.getLocation().getLineNr(),
                                    malformed.getLocation().getColumnNr(),
                                    malformed.getOriginalMessage()),
                    malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> ids(Stream<String> ids) {
        return ids.filter(Objects::nonNull).filter(id -> !id.isBlank()).toList();
    }

    private static void requireHarmlessXml(ModelFile file) throws UnreadableModel {
        try {
            XMLStreamReader reader = file.xml();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.DTD) {
                    throw new UnreadableModel("a document type (DOCTYPE) is not allowed", null);
                }
            }
        } catch (XMLStreamException malformed) {
            var where = malformed.getLocation();
            throw new UnreadableModel(
                    where == null
                            ? "it is no well-formed XML"
                            : "line %d, column %d: it is no well-formed XML"
                                    .formatted(where.getLineNumber(), where.getColumnNumber()),
                    malformed);
        }
    }

    private static UnreadableModel unreadable(ModelException unreadable) {
        String why = ExceptionUtils.stream(unreadable)
                .filter(SAXParseException.class::isInstance)
                .map(SAXParseException.class::cast)
                .map(fault -> "line %d, column %d: %s"
                        .formatted(fault.getLineNumber(), fault.getColumnNumber(), fault.getMessage()))
                .findFirst()
                .orElseGet(() -> ExceptionUtils.getRootCause(unreadable).getMessage());
        return new UnreadableModel(why, unreadable);
    }

    /** All of them, each read by itself; files that are no models are left out. */
    public Models read(Collection<ModelFile> draft, Collection<ModelFile> live) throws UnreadableModel {
        List<Parsed<BpmnModelInstance>> drawn = new ArrayList<>();
        List<Parsed<DmnModelInstance>> decided = new ArrayList<>();
        List<Parsed<JsonNode>> forms = new ArrayList<>();
        for (boolean drafted : new boolean[] {true, false}) {
            for (ModelFile file : drafted ? draft : live) {
                switch (file.kind()) {
                    case DIAGRAM -> drawn.add(diagram(file, drafted));
                    case TABLE -> decided.add(table(file, drafted));
                    case FORM -> forms.add(form(file, drafted));
                    case OTHER -> {}
                }
            }
        }
        return new Models(
                withoutReplaced(drawn),
                withoutReplaced(decided),
                withoutReplaced(forms),
                replaced(drawn, file -> file.content().getModelElementsByType(Process.class).stream(), Process::getId),
                replaced(forms, form -> Stream.of(form.content()), form -> form.path("id")
                        .asText()));
    }

    /** What is live and defined anew by the draft, by id. */
    private static <T, P> Map<String, P> replaced(
            List<Parsed<T>> files, Function<Parsed<T>, Stream<P>> parts, Function<P, String> id) {
        Set<String> drafted = drafted(files);
        return files.stream()
                .filter(file -> !file.drafted())
                .flatMap(parts)
                .filter(part -> drafted.contains(id.apply(part)))
                .collect(Collectors.toMap(id, Function.identity(), (first, second) -> first));
    }

    private static <T> Set<String> drafted(List<Parsed<T>> files) {
        return files.stream()
                .filter(Parsed::drafted)
                .flatMap(file -> file.keys().stream())
                .collect(Collectors.toSet());
    }

    /** Without the live files of which nothing is left, because the draft defines all that they do. */
    private static <T> List<Parsed<T>> withoutReplaced(List<Parsed<T>> files) {
        Set<String> drafted = drafted(files);
        return files.stream()
                .filter(file -> file.drafted() || !drafted.containsAll(file.keys()))
                .toList();
    }
}
