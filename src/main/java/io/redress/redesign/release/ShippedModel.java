package io.redress.redesign.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.core.text.EnumWords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.springframework.core.io.Resource;

/**
 * One diagram, decision table or form of this release.
 *
 * @param name the file name, which is also the resource name in the engine
 * @param kind what the engine keeps it as
 * @param keys the ids of what it defines
 * @param content the file's bytes
 */
record ShippedModel(String name, Kind kind, List<String> keys, byte[] content) {

    /** What a file defines. */
    enum Kind {
        PROCESS,
        DECISION,
        FORM
    }

    /** What the file defines, as the record names it. */
    List<String> defines() {
        return keys.stream()
                .map(key -> EnumWords.word(kind) + ":" + key)
                .sorted()
                .toList();
    }

    /** Of its content, in hexadecimal. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ShippedModel read(Resource file) {
        try {
            var content = file.getContentAsByteArray();
            var kind = kind(file.getFilename());
            return new ShippedModel(file.getFilename(), kind, keys(kind, content), content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Kind kind(String name) {
        if (name.endsWith(".bpmn")) {
            return Kind.PROCESS;
        }
        return name.endsWith(".dmn") ? Kind.DECISION : Kind.FORM;
    }

    private static List<String> keys(Kind kind, byte[] content) throws IOException {
        var stream = new ByteArrayInputStream(content);
        return switch (kind) {
            case PROCESS ->
                Bpmn.readModelFromStream(stream).getModelElementsByType(Process.class).stream()
                        .map(Process::getId)
                        .toList();
            case DECISION ->
                Dmn.readModelFromStream(stream).getModelElementsByType(Decision.class).stream()
                        .map(Decision::getId)
                        .toList();
            case FORM -> List.of(new ObjectMapper().readTree(content).path("id").asText());
        };
    }
}
