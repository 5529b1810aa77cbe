package io.redress.redesign.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.redesign.diagram.Mutants.Mutant;
import io.redress.redesign.diagram.Mutants.Operator;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.OfflineLint;
import io.redress.redesign.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many slips in our own diagrams the check finds. Those that survive are written down by name, in
 * {@code target/mutants.txt}.
 */
class MutantsTest {

    private static final Path REPORT = Path.of("target", "mutants.txt");

    /** A diagram with one of these may be another right one: other wishes, and not always a slip. */
    private static final Set<Operator> MAY_BE_MEANT = EnumSet.of(Operator.CONDITION_NEGATED, Operator.FLOW_REDIRECTED);

    private static final double LEAST_FOUND = 0.9;

    private final OfflineLint lint = OfflineLint.once();

    @Test
    void aSampleOfSlipsIsFound() throws IOException {
        List<Mutant> certain = mutants().stream()
                .filter(mutant -> !MAY_BE_MEANT.contains(mutant.operator()))
                .toList();
        Random chance = new Random(20261201);
        found(IntStream.range(0, 25)
                .mapToObj(number -> certain.get(chance.nextInt(certain.size())))
                .toList());
    }

    @Tag("deep")
    @Test
    void nearlyEverySlipIsFound() throws IOException {
        found(mutants());
    }

    private void found(List<Mutant> mutants) throws IOException {
        Map<Operator, List<Mutant>> survivors = new TreeMap<>();
        Map<Operator, Long> all =
                mutants.stream().collect(Collectors.groupingBy(Mutant::operator, TreeMap::new, Collectors.counting()));
        mutants.stream().filter(mutant -> !isFound(mutant)).forEach(mutant -> survivors
                .computeIfAbsent(mutant.operator(), operator -> new ArrayList<>())
                .add(mutant));
        StringBuilder report = new StringBuilder();
        all.forEach((operator, count) -> report.append("%s: %d of %d found%n"
                .formatted(
                        operator,
                        count - survivors.getOrDefault(operator, List.of()).size(),
                        count)));
        survivors.values().forEach(some -> some.forEach(one -> report.append("survived: %s%n".formatted(one))));
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report.toString());

        long certain = all.entrySet().stream()
                .filter(operator -> !MAY_BE_MEANT.contains(operator.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long missed = survivors.entrySet().stream()
                .filter(operator -> !MAY_BE_MEANT.contains(operator.getKey()))
                .mapToLong(operator -> operator.getValue().size())
                .sum();
        assertThat((double) (certain - missed) / certain).as(report.toString()).isGreaterThanOrEqualTo(LEAST_FOUND);
    }

    private boolean isFound(Mutant mutant) {
        return lint.check(List.of(mutant.file())).stream().anyMatch(Finding::isError);
    }

    private List<Mutant> mutants() {
        return lint.shipped().stream()
                .filter(file -> file.kind() == ModelFile.Kind.DIAGRAM)
                .flatMap(file -> Mutants.of(file).stream())
                .toList();
    }
}
