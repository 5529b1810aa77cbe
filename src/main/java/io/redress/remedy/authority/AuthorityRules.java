package io.redress.remedy.authority;

import io.redress.complaint.timeline.TimelineEntry;
import io.redress.engine.table.TableColumns;
import io.redress.engine.table.TableColumns.Fact;
import io.redress.engine.table.TableColumns.Result;
import io.redress.engine.table.TableColumns.Rising;
import io.redress.engine.table.TableRules;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;

/** The rules for {@code authority.dmn}, so that whatever is spent somebody known has the authority for it. */
@Component
class AuthorityRules implements TableRules {

    /** From who may spend alone up to the highest. */
    private static final List<String> APPROVERS = List.of(AuthorityTable.NOBODY, "lead", "manager");

    /** A table in which nobody ever has to approve is none. */
    @Override
    public List<Problem> problems(List<Row> rows) {
        boolean limited = rows.stream().anyMatch(row -> !AuthorityTable.NOBODY.equals(row.text("approver")));
        return limited ? List.of() : List.of(Problem.ofTable("authority-nobody"));
    }

    @Override
    public String decision() {
        return "authority";
    }

    @Override
    public TableColumns columns() {
        return TableColumns.answeredByOne(
                        List.of(
                                Fact.word(
                                        "requester",
                                        Stream.concat(Stream.of(TimelineEntry.ENGINE), Authority.RANKS.stream())
                                                .toList()),
                                Fact.word("currency", currencies()),
                                Fact.amount("caseAmount"),
                                Fact.amount("customerDayAmount"),
                                Fact.amount("deciderDayAmount")),
                        List.of(Result.word("approver", APPROVERS), Result.text("reason")))
                .rising(new Rising(
                        "authority-falls",
                        "approver",
                        List.of("caseAmount", "customerDayAmount", "deciderDayAmount"),
                        APPROVERS));
    }

    /** Those that an order can be in, and none where nothing is paid. */
    private static List<String> currencies() {
        return Stream.concat(
                        Stream.of(""),
                        CurrencyUnit.registeredCurrencies().stream().map(CurrencyUnit::getCode))
                .toList();
    }
}
