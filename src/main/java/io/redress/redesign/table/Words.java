package io.redress.redesign.table;

import io.redress.engine.table.TableColumns.Fact;
import io.redress.engine.table.TableColumns.Source;
import io.redress.redesign.model.Models;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that facts can be: those that are known, and those that other tables answer. */
final class Words {

    private static final int MOST_SHOWN = 40;

    private final CheckedTables tables;
    private final Models models;
    private final Map<Fact, Set<String>> known = new HashMap<>();

    Words(CheckedTables tables, Models models) {
        this.tables = tables;
        this.models = models;
    }

    /** The words that a fact can be; empty where nothing is known of them. */
    Set<String> of(Fact fact) {
        return known.computeIfAbsent(fact, this::collect);
    }

    private Set<String> collect(Fact fact) {
        Set<String> words = new LinkedHashSet<>(fact.words());
        Optional.ofNullable(fact.source()).stream().flatMap(this::answers).forEach(words::add);
        return words;
    }

    /** Every text that stands in a column of answers. */
    private Stream<String> answers(Source source) {
        return tables.in(models, source.decision()).stream()
                .flatMap(table -> table.rows().stream().flatMap(row -> table.answer(row, source.result()).stream()))
                .flatMap(cell -> cell.answers().stream())
                .flatMap(answers -> answers.stream().flatMap(Optional::stream))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** Words as a reader of a table writes them; of a long list, such as that of all currencies, the beginning. */
    static String list(Set<String> words) {
        String shown =
                words.stream().limit(MOST_SHOWN).map(word -> '"' + word + '"').collect(Collectors.joining(", "));
        return words.size() > MOST_SHOWN ? shown + ", …" : shown;
    }
}
