package io.redress.redesign.table;

import io.redress.engine.table.FeelType;
import io.redress.engine.table.TableColumns;
import io.redress.engine.table.TableColumns.Fact;
import io.redress.engine.table.TableColumns.Result;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.model.Models;
import io.redress.redesign.table.CheckedTable.In;
import io.redress.redesign.table.CheckedTable.Out;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.springframework.stereotype.Component;

/** The rule for a table as a whole and for its columns: whoever reads its answer finds in it what they look for. */
@Component
class ColumnRule implements ModelRule {

    private static final Set<String> LANGUAGES = Set.of("", "feel", "juel");
    private static final String OF_THE_STANDARD = "https?://www\\.omg\\.org/spec/(dmn|feel)/[0-9a-z/]+";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    private final CheckedTables tables;

    ColumnRule(CheckedTables tables) {
        this.tables = tables;
    }

    @Override
    public Stream<Finding> check(Models models) {
        return Stream.of(
                        models.decisions()
                                .filter(decision -> tables.areAsked(decision.id())
                                        && !(decision.decision().getExpression() instanceof DecisionTable))
                                .map(decision ->
                                        Finding.error("table-none", decision.file(), decision.id(), decision.id())),
                        models.decisions()
                                .filter(decision -> isBlank(
                                        decision.decision().getDomElement().getAttribute(CAMUNDA, "historyTimeToLive")))
                                .map(decision -> Finding.error("table-time-to-live", decision.file(), decision.id())),
                        models.tables().stream()
                                .filter(file -> models.decisions().anyMatch(decision -> decision.file() == file))
                                .flatMap(file -> languages(
                                                file.content().getDocument().getRootElement(), null)
                                        .map(found -> Finding.error(
                                                "table-language", file, found.element(), found.language()))),
                        tables.in(models).flatMap(ColumnRule::columns))
                .flatMap(findings -> findings);
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    /** A language that a table may not be written in, and the nearest element that has an id. */
    private record Foreign(String element, String language) {}

    private static Stream<Foreign> languages(DomElement element, String nearest) {
        String language = element.getAttribute("expressionLanguage");
        String id = element.getAttribute("id") == null ? nearest : element.getAttribute("id");
        boolean allowed = language == null
                || LANGUAGES.contains(language.strip().toLowerCase(Locale.ROOT))
                || language.strip().toLowerCase(Locale.ROOT).matches(OF_THE_STANDARD);
        return Stream.concat(
                allowed ? Stream.empty() : Stream.of(new Foreign(id, language)),
                element.getChildElements().stream().flatMap(inner -> languages(inner, id)));
    }

    private static Stream<Finding> columns(CheckedTable table) {
        if (table.isTooLarge()) {
            return Stream.of(
                    table.error("table-large", table.size(), CheckedTable.MOST_ROWS, CheckedTable.MOST_TEXT / 1000));
        }
        Set<String> names = new HashSet<>();
        Stream<Finding> outputs = table.outputs().stream()
                .flatMap(column -> isBlank(column.name())
                        ? Stream.of(table.error("table-output-unnamed"))
                        : names.add(column.name())
                                ? Stream.empty()
                                : Stream.of(table.error("table-output-twice", column.name())));
        Stream<Finding> rows = table.size() > 0
                ? Stream.empty()
                : Stream.of(
                        table.columns()
                                        .filter(columns -> columns.answers() == TableColumns.Answers.ONE)
                                        .isPresent()
                                ? table.error("table-no-rows")
                                : table.warning("table-no-rows"));
        return Stream.of(
                        outputs,
                        rows,
                        table.inputs().stream().flatMap(column -> input(table, column)),
                        table.columns().stream().flatMap(columns -> results(table, columns)))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> input(CheckedTable table, In column) {
        FeelType declared = FeelType.ofColumn(column.declared());
        return column.fact().stream().flatMap(fact -> {
            if (declared != FeelType.OTHER && declared != fact.type()) {
                return Stream.of(table.error("table-column-type", column.name(), column.declared(), right(fact)));
            }
            boolean cut = Set.of("integer", "long").contains(String.valueOf(column.declared())) && !fact.whole();
            return cut
                    ? Stream.of(table.error("table-column-whole", column.name(), column.declared()))
                    : Stream.empty();
        });
    }

    private static String right(Fact fact) {
        return right(fact.type(), fact.whole());
    }

    private static String right(FeelType type, boolean whole) {
        return switch (type) {
            case TEXT -> "string";
            case TRUTH -> "boolean";
            case NUMBER -> whole ? "integer" : "double";
            default -> "date";
        };
    }

    private static Stream<Finding> results(CheckedTable table, TableColumns columns) {
        Set<String> present = table.outputs().stream().map(Out::name).collect(Collectors.toSet());
        return Stream.of(
                        columns.results().stream()
                                .filter(result -> !result.optional() && !present.contains(result.name()))
                                .map(result -> table.error("table-output-missing", result.name())),
                        table.outputs().stream()
                                .filter(output -> !isBlank(output.name())
                                        && columns.result(output.name()).isEmpty())
                                .map(output -> table.warning(
                                        "table-output-extra",
                                        output.name(),
                                        columns.results().stream()
                                                .map(Result::name)
                                                .collect(Collectors.joining(", ")))),
                        table.outputs().stream().flatMap(output -> columns.result(output.name()).stream()
                                .filter(result -> FeelType.ofColumn(output.declared()) != FeelType.OTHER
                                        && FeelType.ofColumn(output.declared()) != result.type())
                                .map(result -> table.error(
                                        "table-output-type",
                                        output.name(),
                                        output.declared(),
                                        right(result.type(), result.whole())))))
                .flatMap(findings -> findings);
    }
}
