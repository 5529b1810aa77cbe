package io.redress.remedy.returns;

import io.redress.complaint.file.Claim;
import io.redress.core.text.EnumWords;
import io.redress.engine.table.TableColumns;
import io.redress.engine.table.TableColumns.Fact;
import io.redress.engine.table.TableColumns.Result;
import io.redress.engine.table.TableRules;
import io.redress.verification.evidence.ParcelState;
import io.redress.verification.finding.WayBackChoice.GoodsBack;
import io.redress.verification.finding.WayBackChoice.PayWhen;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules for {@code way-back.dmn}, so that no money waits for goods that never come. */
@Component
class WayBackRules implements TableRules {

    private static final String NONE = "none";

    @Override
    public String decision() {
        return "wayBack";
    }

    @Override
    public TableColumns columns() {
        return TableColumns.answeredByOne(
                List.of(
                        Fact.word("remedy", WayBackTable.REMEDIES),
                        Fact.word("claim", and(EnumWords.words(Claim.class), "")),
                        Fact.word("parcel", EnumWords.words(ParcelState.class)),
                        Fact.amount("value"),
                        Fact.count("weightGrams"),
                        Fact.count("neverReturned")),
                List.of(
                        Result.word("way", and(EnumWords.words(GoodsBack.class), NONE)),
                        Result.word("payWhen", PayWhen.class).orMissing(),
                        Result.text("reason")));
    }

    private static Collection<String> and(List<String> words, String more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }

    @Override
    public List<Problem> problems(List<Row> rows) {
        Set<String> nothingComes = Set.of(NONE, EnumWords.word(GoodsBack.KEEP));
        return rows.stream()
                .flatMap(row -> row
                        .unless(
                                !nothingComes.contains(String.valueOf(row.text("way")))
                                        || !EnumWords.word(PayWhen.ON_RECEIPT).equals(row.text("payWhen")),
                                "way-back-waits")
                        .stream())
                .toList();
    }
}
