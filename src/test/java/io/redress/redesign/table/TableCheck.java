package io.redress.redesign.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.model.ModelReader;
import io.redress.redesign.model.UnreadableModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The check of a draft of tables together with all shipped models, by the rules of tables alone. */
final class TableCheck {

    private final ModelReader reader;
    private final List<ModelRule> rules;

    TableCheck(ModelReader reader, List<ModelRule> rules) {
        this.reader = reader;
        this.rules = rules.stream()
                .filter(rule -> rule.getClass().getPackageName().equals(TableCheck.class.getPackageName()))
                .toList();
    }

    List<Finding> shipped() {
        return check(List.of());
    }

    /** A shipped table in which a text is replaced wherever it stands. */
    List<Finding> changed(String file, String right, String wrong) {
        String text = new String(shipped(file).content(), StandardCharsets.UTF_8);
        assertThat(text).as(file).contains(right);
        return changed(file, text.replace(right, wrong));
    }

    List<Finding> changed(String file, String text) {
        return check(List.of(new ModelFile(file, text.getBytes(StandardCharsets.UTF_8))));
    }

    List<Finding> check(List<ModelFile> draft) {
        try {
            var models = reader.read(draft, all());
            return rules.stream().flatMap(rule -> rule.check(models)).toList();
        } catch (UnreadableModel unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    static ModelFile shipped(String file) {
        return all().stream()
                .filter(shipped -> shipped.name().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static List<ModelFile> all() {
        try (Stream<Path> processes = Files.list(Path.of("processes"));
                Stream<Path> forms = Files.list(Path.of("forms"))) {
            return Stream.concat(processes, forms)
                    .sorted()
                    .map(TableCheck::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ModelFile read(Path path) {
        try {
            return new ModelFile(path.getFileName().toString(), Files.readAllBytes(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
