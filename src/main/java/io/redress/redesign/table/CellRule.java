package io.redress.redesign.table;

import io.redress.engine.table.Condition;
import io.redress.engine.table.FeelReader;
import io.redress.engine.table.FeelText;
import io.redress.engine.table.FeelType;
import io.redress.engine.table.TableColumns.Fact;
import io.redress.engine.table.TableColumns.Result;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.model.Models;
import io.redress.redesign.table.CheckedTable.In;
import io.redress.redesign.table.CheckedTable.Line;
import io.redress.redesign.table.CheckedTable.Out;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.springframework.stereotype.Component;

/** The rule for what is written in a table: it can be read, asks for what is known, and is of the type and words of its column. */
@Component
class CellRule implements ModelRule {

    /** Of a kind of slip, as many as a reader takes in. */
    private static final int MOST = 25;

    private static final int LONGEST_SHOWN = 200;

    private static final Map<FeelType, String> OTHER_TYPE = Map.of(
            FeelType.TEXT, "table-condition-text",
            FeelType.NUMBER, "table-condition-number",
            FeelType.TRUTH, "table-condition-truth",
            FeelType.MOMENT, "table-condition-moment");

    private static final Map<FeelType, String> OTHER_ANSWER = Map.of(
            FeelType.TEXT, "table-answer-text",
            FeelType.NUMBER, "table-answer-number",
            FeelType.TRUTH, "table-answer-truth",
            FeelType.MOMENT, "table-answer-moment");

    private final CheckedTables tables;

    CellRule(CheckedTables tables) {
        this.tables = tables;
    }

    @Override
    public Stream<Finding> check(Models models) {
        KnownNames names = new KnownNames(models);
        Words words = new Words(tables, models);
        return Stream.concat(
                tables.in(models).flatMap(table -> new Check(table, names, words).findings()), single(models));
    }

    /** Decisions that are one expression. */
    private static Stream<Finding> single(Models models) {
        return models.decisions().flatMap(decision -> {
            if (!(decision.decision().getExpression() instanceof LiteralExpression expression)
                    || expression.getText() == null) {
                return Stream.empty();
            }
            FeelText text =
                    FeelReader.expression(expression.getText().getTextContent().strip());
            return unreadable(text)
                    .map(rule -> Finding.error(
                            rule, decision.file(), decision.id(), decision.id(), shortened(text.written()), why(text)))
                    .stream();
        });
    }

    private static Optional<String> unreadable(FeelText text) {
        return text.costly().isPresent()
                ? Optional.of("table-feel-costly")
                : text.problem().map(problem -> "table-feel");
    }

    private static String why(FeelText text) {
        return shortened(text.costly().or(text::problem).orElse(""));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    /** The check of one table. */
    private static final class Check {

        private final CheckedTable table;
        private final Optional<Predicate<String>> known;
        private final Words words;
        private final List<Finding> findings = new ArrayList<>();

        Check(CheckedTable table, KnownNames names, Words words) {
            this.table = table;
            this.known = names.of(table);
            this.words = words;
        }

        Stream<Finding> findings() {
            table.inputs().forEach(column -> text(null, column.name(), column.asks()));
            for (Line row : table.rows()) {
                if (row.conditions().size() != table.inputs().size()
                        || row.answers().size() != table.outputs().size()) {
                    findings.add(table.error(row, "table-row-cells"));
                    continue;
                }
                for (int i = 0; i < table.inputs().size(); i++) {
                    condition(row, table.inputs().get(i), row.conditions().get(i));
                }
                for (int i = 0; i < table.outputs().size(); i++) {
                    answer(row, table.outputs().get(i), row.answers().get(i));
                }
            }
            return findings.stream().collect(Collectors.groupingBy(Finding::rule)).values().stream()
                    .flatMap(same -> same.stream().limit(MOST));
        }

        private void add(Line row, String rule, Object... details) {
            findings.add(row == null ? table.error(rule, details) : table.error(row, rule, details));
        }

        private void doubt(Line row, String rule, Object... details) {
            findings.add(row == null ? table.warning(rule, details) : table.warning(row, rule, details));
        }

        /** Whether a text can be read. */
        private boolean text(Line row, String column, FeelText text) {
            Optional<String> unreadable = unreadable(text);
            unreadable.ifPresent(rule -> add(row, rule, column, shortened(text.written()), why(text)));
            text.functions().stream()
                    .filter(function -> !FeelReader.knowsFunction(function))
                    .forEach(function -> add(row, "table-function-unknown", column, function));
            known.ifPresent(names -> text.names().stream()
                    .filter(name -> !names.test(name))
                    .forEach(name -> unknown(row, column, name)));
            return unreadable.isEmpty();
        }

        private void unknown(Line row, String column, String name) {
            if (table.columns().isPresent()) {
                String facts = table.columns().get().facts().stream()
                        .map(Fact::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
                add(row, "table-name-unknown", column, name, facts);
            } else {
                doubt(row, "table-name-doubtful", column, name);
            }
        }

        private void condition(Line row, In column, FeelText cell) {
            if (!text(row, column.name(), cell)) {
                return;
            }
            String mismatch = OTHER_TYPE.get(column.type());
            Condition condition = cell.condition();
            if (mismatch != null && condition.values().anyMatch(value -> FeelType.of(value) != column.type())) {
                add(row, mismatch, column.name(), shortened(cell.written()));
                return;
            }
            column.fact().ifPresent(fact -> words(row, column, fact, condition));
        }

        private void words(Line row, In column, Fact fact, Condition condition) {
            Set<String> can = words.of(fact);
            if (can.isEmpty() || fact.type() != FeelType.TEXT) {
                return;
            }
            condition
                    .values()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .filter(word -> !can.contains(word))
                    .distinct()
                    .forEach(word -> {
                        if (fact.closed()) {
                            add(row, "table-word-unknown", column.name(), shortened(word), Words.list(can));
                        } else {
                            doubt(row, "table-word-rare", column.name(), shortened(word));
                        }
                    });
        }

        private void answer(Line row, Out column, FeelText cell) {
            Optional<Result> result = table.columns().flatMap(columns -> columns.result(column.name()));
            String name = column.label().isBlank() ? column.name() : column.label();
            if (cell.written().isBlank()) {
                result.filter(read -> !read.optional()).ifPresent(read -> add(row, "table-answer-empty", name));
                return;
            }
            if (!text(row, name, cell)) {
                return;
            }
            if (cell.answers().isEmpty()) {
                computed(row, column, name, cell, result);
                return;
            }
            for (Optional<Object> answer : cell.answers().get()) {
                if (answer.isEmpty()) {
                    result.filter(read -> !read.optional()).ifPresent(read -> add(row, "table-answer-empty", name));
                } else {
                    literal(row, column, name, answer.get(), result);
                }
            }
        }

        /** What only the engine can tell is let in, unless it is plainly of another type. */
        private void computed(Line row, Out column, String name, FeelText cell, Optional<Result> result) {
            FeelType wanted = result.map(Result::type).orElse(FeelType.ofColumn(column.declared()));
            Optional<FeelType> given = cell.type().or(() -> cell.fact()
                    .flatMap(fact -> table.columns().flatMap(columns -> columns.fact(fact)))
                    .map(Fact::type));
            if (OTHER_ANSWER.containsKey(wanted) && given.isPresent() && given.get() != wanted) {
                add(row, OTHER_ANSWER.get(wanted), name, shortened(cell.written()));
            } else if (result.filter(read -> !read.open()).isPresent()) {
                doubt(
                        row,
                        "table-answer-computed",
                        name,
                        cell.written(),
                        result.get().list());
            }
        }

        private void literal(Line row, Out column, String name, Object answer, Optional<Result> result) {
            FeelType wanted = result.map(Result::type).orElse(FeelType.ofColumn(column.declared()));
            Object meant = answer;
            if (OTHER_ANSWER.containsKey(wanted) && FeelType.of(answer) != wanted) {
                Optional<Object> converted = converted(answer, wanted).filter(value -> column.declared() != null);
                if (converted.isEmpty()) {
                    add(row, OTHER_ANSWER.get(wanted), name, shortened(shown(answer)));
                    return;
                }
                doubt(row, "table-answer-quoted", name, shortened(shown(answer)));
                meant = converted.get();
            }
            if (meant instanceof BigDecimal number) {
                number(row, column, name, number, result);
            } else if (meant instanceof String word
                    && result.filter(read -> !read.open() && !read.words().contains(word))
                            .isPresent()) {
                add(
                        row,
                        "table-answer-word",
                        name,
                        shortened(word),
                        result.get().list());
            }
        }

        private void number(Line row, Out column, String name, BigDecimal number, Optional<Result> result) {
            boolean whole = result.map(Result::whole).orElse(false)
                    || "integer".equals(column.declared())
                    || "long".equals(column.declared());
            if (whole && number.stripTrailingZeros().scale() > 0) {
                add(row, "table-answer-whole", name, number.toPlainString());
            }
            result.filter(read -> read.least() != null && number.compareTo(read.least()) < 0
                            || read.most() != null && number.compareTo(read.most()) > 0)
                    .ifPresent(read ->
                            add(row, "table-answer-range", name, number.toPlainString(), read.least(), read.most()));
        }

        /** What the engine makes of a value in a column of another type. */
        private static Optional<Object> converted(Object answer, FeelType wanted) {
            String text = answer.toString();
            if (wanted == FeelType.NUMBER && text.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
                return Optional.of(new BigDecimal(text));
            }
            return wanted == FeelType.TRUTH && Set.of("true", "false").contains(text)
                    ? Optional.of(Boolean.valueOf(text))
                    : Optional.empty();
        }

        private static String shown(Object answer) {
            return answer instanceof String text ? '"' + text + '"' : answer.toString();
        }
    }
}
