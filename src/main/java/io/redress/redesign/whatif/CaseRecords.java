package io.redress.redesign.whatif;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.redesign.whatif.CaseRecord.Decided;
import io.redress.redesign.whatif.CaseRecord.Given;
import io.redress.verification.evidence.EvidenceStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reader of what is on record of many cases at once. */
@Component
class CaseRecords {

    private final JdbcClient jdbc;
    private final EvidenceStore evidence;

    CaseRecords(JdbcClient jdbc, EvidenceStore evidence) {
        this.jdbc = jdbc;
        this.evidence = evidence;
    }

    /**
     * The records of these cases.
     *
     * @param money whether what was given and decided is needed
     * @param priced the cases whose price is needed, too
     */
    Map<CaseNumber, CaseRecord> of(Collection<CaseNumber> cases, boolean money, Collection<CaseNumber> priced) {
        String[] numbers = numbers(cases);
        Map<String, List<Given>> given = new HashMap<>();
        Map<String, List<Decided>> decided = new HashMap<>();
        Map<String, List<Integer>> named = new HashMap<>();
        if (money) {
            readGiven(numbers, given);
            readDecided(numbers, decided);
            readNamed(numbers, named);
        }
        Map<String, Map<Integer, Money>> prices = new HashMap<>();
        if (!priced.isEmpty()) {
            evidence.affected(priced).forEach(round -> round.price().ifPresent(price -> prices.computeIfAbsent(
                            round.caseNumber().value(), first -> new TreeMap<>())
                    .put(round.round(), price)));
        }
        Map<CaseNumber, CaseRecord> records = new HashMap<>();
        jdbc.sql("select case_number, cause, team, danger from redress.complaint where case_number = any(:cases)")
                .param("cases", numbers)
                .query(row -> {
                    String number = row.getString("case_number");
                    String cause = row.getString("cause");
                    records.put(
                            new CaseNumber(number),
                            new CaseRecord(
                                    new CaseNumber(number),
                                    cause == null ? "" : cause.toLowerCase(Locale.ROOT),
                                    row.getString("team"),
                                    "CERTAIN".equals(row.getString("danger")),
                                    given.getOrDefault(number, List.of()),
                                    decided.getOrDefault(number, List.of()),
                                    prices.getOrDefault(number, Map.of()),
                                    named.getOrDefault(number, List.of())));
                });
        return records;
    }

    private static String[] numbers(Collection<CaseNumber> cases) {
        return cases.stream().map(CaseNumber::value).toArray(String[]::new);
    }

    private void readGiven(String[] numbers, Map<String, List<Given>> given) {
        jdbc.sql("""
                        select case_number, round, kind, status not in ('SUPERSEDED', 'FAILED') as stands, currency, amount,
                          goods_value, created_at
                          from redress.remedy where case_number = any(:cases) order by created_at""").param("cases", numbers).query(row -> {
            given.computeIfAbsent(row.getString("case_number"), first -> new ArrayList<>())
                    .add(new Given(
                            row.getInt("round"),
                            row.getString("kind"),
                            row.getBoolean("stands"),
                            row.getString("currency"),
                            row.getBigDecimal("amount"),
                            row.getBigDecimal("goods_value"),
                            row.getTimestamp("created_at").toInstant()));
        });
    }

    private void readDecided(String[] numbers, Map<String, List<Decided>> decided) {
        jdbc.sql("""
                        select case_number, round, decided_at from redress.decision
                         where case_number = any(:cases) order by id""").param("cases", numbers).query(row -> {
            decided.computeIfAbsent(row.getString("case_number"), first -> new ArrayList<>())
                    .add(new Decided(
                            row.getInt("round"), row.getTimestamp("decided_at").toInstant()));
        });
    }

    private void readNamed(String[] numbers, Map<String, List<Integer>> named) {
        jdbc.sql("""
                        select case_number, round from redress.verdict
                         where case_number = any(:cases) and refund_amount is not null""").param("cases", numbers).query(row -> {
            named.computeIfAbsent(row.getString("case_number"), first -> new ArrayList<>())
                    .add(row.getInt("round"));
        });
    }
}
