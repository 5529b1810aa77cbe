package io.redress.complaint.recognition;

import io.redress.complaint.file.Danger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The result of reading a text: what was recognised in it.
 *
 * @param reasons what was found and in which words; empty where nothing
 */
public record RecognitionResult(Danger danger, Set<Topic> topics, List<Reason> reasons) {

    /** For people, what was found and in which words. */
    public List<String> why() {
        return reasons.stream().map(Reason::sentence).toList();
    }

    /** For people, in which words it speaks of this; empty where it does not, or where too much else was found. */
    public Optional<String> why(Topic topic) {
        return reasons.stream()
                .filter(reason -> reason.speaksOf(topic))
                .map(Reason::sentence)
                .findFirst();
    }
}
