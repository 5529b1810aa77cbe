package io.redress.remedy.decision;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Outcome;
import io.redress.core.text.EnumWords;
import io.redress.engine.table.Condition.Fit;
import io.redress.engine.table.FeelReader;
import io.redress.engine.table.TableColumns;
import io.redress.engine.table.TableColumns.Fact;
import io.redress.engine.table.TableColumns.Result;
import io.redress.engine.table.TableRules;
import io.redress.verification.finding.Verdict.RemedyChoice;
import io.redress.verification.finding.Verdict.Ruling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rules that {@code remedy.dmn} has to meet, so that every customer is told in their language why we decide as we
 * do.
 */
@Component
class RemedyTableRules implements TableRules {

    private static final String REASON = "reason";
    private static final String OUTCOME = "outcome";
    private static final String VERDICT = "verdict";
    private static final String NONE = "none";

    /** The keys of reasons by whose words money comes. */
    private static final Set<String> REFUNDS = Set.of(
            "items_refunded",
            "items_refunded_and_sent_again",
            "charges_refunded_and_replaced",
            "part_refunded",
            "part_refunded_and_sent_again",
            "part_refunded_and_replaced");

    /** Those by whose words goods are sent. */
    private static final Set<String> SENDS = Set.of(
            "replaced",
            "items_refunded_and_sent_again",
            "charges_refunded_and_replaced",
            "part_refunded_and_sent_again",
            "part_refunded_and_replaced",
            "right_item_sent",
            "wrong_item",
            "missing_item");

    /** Those by whose words somebody comes, or takes care of the item. */
    private static final Set<String> BY_HAND = Set.of("repaired", "faulty_item", "collected");

    private final ReasonTexts words;

    RemedyTableRules(ReasonTexts words) {
        this.words = words;
    }

    @Override
    public String decision() {
        return "remedy";
    }

    @Override
    public TableColumns columns() {
        return TableColumns.answeredByOne(
                        List.of(
                                Fact.word("verdict", verdicts()),
                                Fact.word("basis", List.of("", "repeat_failure"))
                                        .orOf("triage", "basis"),
                                Fact.word("claim", orNone(EnumWords.words(Claim.class))),
                                Fact.word("remedyChoice", EnumWords.words(RemedyChoice.class)),
                                Fact.truth("moneyOwed")),
                        List.of(
                                Result.word("outcome", Outcome.decisions()),
                                Result.word("refund", List.of(NONE, "affected_items", "wrong_charges", "amount")),
                                Result.truth("replacement"),
                                Result.word("byHand", List.of(NONE, "collection", "repair")),
                                Result.truth("apology"),
                                Result.text(REASON)))
                .never(Map.of(VERDICT, Set.of(RemedyFacts.AUTOMATIC), "basis", Set.of("")));
    }

    private static List<String> verdicts() {
        return Stream.concat(
                        Stream.of(RemedyFacts.AUTOMATIC),
                        Arrays.stream(Ruling.values())
                                .filter(Ruling::isDecision)
                                .map(EnumWords::word))
                .toList();
    }

    private static List<String> orNone(List<String> words) {
        return Stream.concat(words.stream(), Stream.of("")).toList();
    }

    @Override
    public List<Problem> problems(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> Stream.of(reason(row), automatic(row), verdict(row), nothing(row), promised(row)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whoever is right gets at least an apology. */
    private static Optional<Problem> nothing(Row row) {
        String outcome = row.text(OUTCOME);
        boolean inFavour = outcome != null && !outcome.equals(EnumWords.word(Outcome.REFUSED));
        return row.unless(!inFavour || !givesNothing(row) || !isFalse(row, "apology"), "remedy-nothing", outcome);
    }

    /** What the words of the reason promise is done. */
    private static Optional<Problem> promised(Row row) {
        String reason = row.text(REASON);
        if (reason == null) {
            return Optional.empty();
        }
        boolean refund = REFUNDS.contains(reason) && NONE.equals(row.text("refund"));
        boolean goods = SENDS.contains(reason) && isFalse(row, "replacement");
        boolean byHand = BY_HAND.contains(reason) && givesNothing(row);
        return row.unless(!refund && !goods && !byHand, "remedy-promised", reason);
    }

    private static boolean givesNothing(Row row) {
        return NONE.equals(row.text("refund")) && NONE.equals(row.text("byHand")) && isFalse(row, "replacement");
    }

    private static boolean isFalse(Row row, String output) {
        return row.outputs().getOrDefault(output, "").equals("false");
    }

    /** What goes against the customer, or gives nothing, is said by a person only. */
    private static Optional<Problem> automatic(Row row) {
        String outcome = row.text(OUTCOME);
        boolean against = outcome != null && !outcome.equals(EnumWords.word(Outcome.UPHELD));
        return row.unless(
                !fits(row, RemedyFacts.AUTOMATIC) || !against && !givesNothing(row), "remedy-automatic", outcome);
    }

    /** What a person decided for or against a customer stays so. */
    private static Optional<Problem> verdict(Row row) {
        String outcome = row.text(OUTCOME);
        boolean refused = EnumWords.word(Outcome.REFUSED).equals(outcome);
        return Arrays.stream(Ruling.values())
                .filter(Ruling::isDecision)
                .filter(ruling ->
                        outcome != null && ruling.isInFavour() == refused && fits(row, EnumWords.word(ruling)))
                .findFirst()
                .map(ruling -> row.says("remedy-verdict", EnumWords.word(ruling), outcome));
    }

    private static boolean fits(Row row, String verdict) {
        return FeelReader.condition(row.inputs().getOrDefault(VERDICT, ""))
                        .condition()
                        .fit(verdict)
                == Fit.YES;
    }

    private Optional<Problem> reason(Row row) {
        String written = row.text(REASON);
        return written == null || written.isBlank()
                ? Optional.of(row.says("remedy-reason-written", row.outputs().getOrDefault(REASON, "missing")))
                : words.missing(new TableReason(written)).map(why -> row.says("remedy-reason", why));
    }
}
