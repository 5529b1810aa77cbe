package io.redress.redesign.lint;

import io.redress.redesign.model.ModelFile;
import io.redress.redesign.model.ModelReader;
import io.redress.redesign.model.Models;
import io.redress.redesign.model.UnreadableModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole check of one file over what is shipped, as far as it takes to find something. */
public final class ShippedCheck {

    private final FileRules files;
    private final ModelReader reader;
    private final List<ModelRule> rules;

    public ShippedCheck(FileRules files, ModelReader reader, List<ModelRule> rules) {
        this.files = files;
        this.reader = reader;
        this.rules = rules;
    }

    /** An error that keeps the file out; empty where it would be let in. */
    public Optional<Finding> error(ModelFile file) {
        List<Finding> unreadable = files.check(List.of(file));
        if (!unreadable.isEmpty()) {
            return unreadable.stream().findFirst();
        }
        try {
            Models models = reader.read(List.of(file), OfflineLint.once().shipped());
            String room = room(file.kind());
            // Of a table diagrams know nothing but its decision.
            boolean alone = file.kind() == ModelFile.Kind.TABLE && isReplaced(file);
            return Stream.concat(
                            rules.stream().filter(rule -> isIn(rule, room)),
                            rules.stream()
                                    .filter(rule ->
                                            !isIn(rule, room) && !(alone && isIn(rule, room(ModelFile.Kind.DIAGRAM)))))
                    .flatMap(rule -> rule.check(models))
                    .filter(Finding::isError)
                    .findFirst();
        } catch (UnreadableModel impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether it takes the place of a shipped file and says as much. */
    private boolean isReplaced(ModelFile file) throws UnreadableModel {
        ModelFile shipped = OfflineLint.once().shipped(file.name());
        return reader.table(file, true)
                .keys()
                .equals(reader.table(shipped, false).keys());
    }

    private static String room(ModelFile.Kind kind) {
        return "." + kind.name().toLowerCase(Locale.ROOT) + ".";
    }

    private static boolean isIn(ModelRule rule, String room) {
        return rule.getClass().getName().contains(room);
    }
}
