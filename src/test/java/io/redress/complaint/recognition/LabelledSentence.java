package io.redress.complaint.recognition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.springframework.core.io.ClassPathResource;

/**
 * A sentence as a customer may write it, and what it should be found to say.
 *
 * @param label none, possible or certain; or a topic
 * @param about what kind of danger or near miss it is; the language, where the label is a topic
 */
record LabelledSentence(String label, String about, String text) {

    static List<LabelledSentence> danger() {
        List<LabelledSentence> all = new ArrayList<>();
        for (String language : List.of("en", "de", "zh")) {
            all.addAll(read("danger-" + language + ".tsv"));
        }
        return all;
    }

    static List<LabelledSentence> read(String file) {
        try {
            return new ClassPathResource("recognition/" + file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(parts -> new LabelledSentence(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the lexicon may be tuned on it; see the resource README.txt. */
    boolean isForTuning() {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % 2 == 0;
    }

    boolean isDanger() {
        return !label.equals("none");
    }
}
