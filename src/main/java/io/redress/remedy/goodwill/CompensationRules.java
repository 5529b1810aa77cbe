package io.redress.remedy.goodwill;

import io.redress.complaint.file.Outcome;
import io.redress.core.text.EnumWords;
import io.redress.engine.table.TableColumns;
import io.redress.engine.table.TableColumns.Fact;
import io.redress.engine.table.TableColumns.Result;
import io.redress.engine.table.TableColumns.Rising;
import io.redress.engine.table.TableRules;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules for {@code compensation.dmn}, so that goodwill is a share of the price, of a kind that we can give. */
@Component
class CompensationRules implements TableRules {

    /** What the table says where nothing is given. */
    private static final String NONE = "none";

    @Override
    public String decision() {
        return "compensation";
    }

    @Override
    public TableColumns columns() {
        return TableColumns.answeredByOne(
                        List.of(
                                Fact.word("outcome", Outcome.decisions()),
                                Fact.count("delayDays"),
                                Fact.count("repeatedFailures")),
                        List.of(
                                Result.number("percent", 0, 100),
                                Result.word(
                                        "goodwill",
                                        Stream.concat(Stream.of(NONE), EnumWords.words(GoodwillType.class).stream())
                                                .toList()),
                                Result.text("reason")))
                .inDiagram()
                .rising(new Rising("goodwill-falls", "percent", List.of("delayDays", "repeatedFailures"), List.of()));
    }

    @Override
    public List<Problem> problems(List<Row> rows) {
        return rows.stream().flatMap(CompensationRules::kind).toList();
    }

    /** What is given has a kind; without one it would be a credit. */
    private static Stream<Problem> kind(Row row) {
        String percent = row.outputs().getOrDefault("percent", "");
        boolean given = percent.matches("\\d+(\\.\\d+)?") && !percent.matches("0+(\\.0+)?");
        return row.unless(!given || !NONE.equals(row.text("goodwill")), "goodwill-none", percent).stream();
    }
}
