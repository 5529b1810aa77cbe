package io.redress.redesign.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.redesign.lint.FileRules;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.lint.OfflineLint;
import io.redress.redesign.lint.ShippedCheck;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.model.ModelReader;
import io.redress.redesign.mutant.Mutant.Operator;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How many slips in our own diagrams, tables and forms the check finds. Those that survive are written down by name, in
 * {@code target/mutants.txt}; {@code -Dmutants.file=refund.bpmn,.form} takes those of files whose names end so. What harm they do is tried in {@code MutantStoriesTest}.
 */
@SandboxTest
class MutantsTest {

    private static final Path REPORT = Path.of("target", "mutants.txt");
    private static final String FILES = System.getProperty("mutants.file", "");
    private static final double LEAST_FOUND = 0.9;
    private static final int SAMPLE = 25;
    private static final String NOTHING_SAID = "an error of its own";

    private ShippedCheck check;

    @Autowired
    void enter(FileRules files, ModelReader reader, List<ModelRule> rules) {
        check = new ShippedCheck(files, reader, rules);
    }

    @ParameterizedTest
    @EnumSource(
            value = ModelFile.Kind.class,
            names = {"DIAGRAM", "TABLE", "FORM"})
    void aSampleOfSlipsIsFound(ModelFile.Kind kind) throws IOException {
        List<Mutant> certain = mutants().stream()
                .filter(mutant -> mutant.file().kind() == kind)
                .filter(mutant -> !mutant.operator().mayBeMeant())
                .toList();
        Random chance = new Random(20261201);
        found(IntStream.range(0, SAMPLE)
                .mapToObj(number -> certain.get(chance.nextInt(certain.size())))
                .toList());
    }

    @Tag("deep")
    @Test
    void nearlyEverySlipIsFound() throws IOException {
        found(mutants().stream().filter(MutantsTest::isChosen).toList());
    }

    /** How the mutants of one kind of slip fared. */
    private static final class Tally {

        private int found;
        private int all;
    }

    private void found(Collection<Mutant> mutants) throws IOException {
        Files.createDirectories(REPORT.getParent());
        Files.deleteIfExists(REPORT);
        Map<Mutant, String> errors = new ConcurrentHashMap<>();
        mutants.parallelStream().forEach(mutant -> {
            String error = error(mutant);
            errors.put(mutant, error);
            note((error.isEmpty() ? "survived: " : "found by " + error + ": ") + mutant);
        });
        Map<Operator, Tally> tallies = new EnumMap<>(Operator.class);
        mutants.forEach(mutant -> {
            Tally tally = tallies.computeIfAbsent(mutant.operator(), operator -> new Tally());
            tally.all++;
            tally.found += errors.get(mutant).isEmpty() ? 0 : 1;
        });
        tallies.forEach((operator, tally) -> note("%s: %d of %d found%s"
                .formatted(operator, tally.found, tally.all, operator.mayBeMeant() ? ", others may be meant" : "")));

        List<Tally> certain = tallies.entrySet().stream()
                .filter(one -> !one.getKey().mayBeMeant())
                .map(Map.Entry::getValue)
                .toList();
        assertThat(certain.stream().mapToInt(tally -> tally.found).sum())
                .as("see " + REPORT)
                .isGreaterThanOrEqualTo((int) Math.ceil(LEAST_FOUND
                        * certain.stream().mapToInt(tally -> tally.all).sum()));
        assertThat(errors.values()).as("whatever is wrong, the check says it").doesNotContain(NOTHING_SAID);
    }

    private static synchronized void note(String line) {
        try {
            Files.writeString(
                    REPORT, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private String error(Mutant mutant) {
        try {
            return check.error(mutant.file()).map(Finding::rule).orElse("");
        } catch (RuntimeException unforeseen) {
            LoggerFactory.getLogger(MutantsTest.class).error("{}", mutant, unforeseen);
            return NOTHING_SAID;
        }
    }

    private static List<Mutant> mutants() {
        return Mutant.of(OfflineLint.once().shipped());
    }

    private static boolean isChosen(Mutant mutant) {
        return Stream.of(FILES.split(",")).anyMatch(mutant.file().name()::endsWith);
    }
}
