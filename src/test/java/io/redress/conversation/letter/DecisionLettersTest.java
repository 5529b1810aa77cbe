package io.redress.conversation.letter;

import static io.redress.complaint.file.FilingDraft.aFiling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Outcome;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.conversation.correspondence.CorrespondenceRooms;
import io.redress.remedy.decision.Decision;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.gathering.Identity;
import io.redress.verification.gathering.Verification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** What decision letters say in every language: each thing once, and what several refunds come to. */
@SpringJUnitConfig(
        classes = CorrespondenceRooms.class,
        initializers = {ConfigDataApplicationContextInitializer.class, CorrespondenceRooms.Addresses.class})
class DecisionLettersTest {

    /** What the outcome says, and no reason says again. */
    private static final Map<String, List<String>> JUDGEMENTS = Map.of(
            "en", List.of("you are right"),
            "de", List.of("sie haben recht", "zum teil recht"),
            "zh", List.of("您是对的", "部分属实"),
            "zh-TW", List.of("您說得對", "一部分說得對"));

    @Autowired
    Letters letters;

    @Autowired
    Texts texts;

    @Autowired
    Complaints complaints;

    @Autowired
    RemedyLedger ledger;

    @Autowired
    Verification verification;

    @Autowired
    Identity identity;

    @BeforeEach
    void start() {
        reset(ledger);
        when(identity.isSettled(any())).thenReturn(true);
        when(verification.evidence(any())).thenReturn(Optional.<Evidence>empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "zh", "zh-TW"})
    void noSentenceStandsTwiceInALetter(String language) {
        Complaint complaint = opened(language);
        for (List<Remedy> remedies : remedies(complaint)) {
            when(ledger.of(complaint.number())).thenReturn(remedies);
            for (Outcome outcome : List.of(Outcome.UPHELD, Outcome.PARTLY_UPHELD, Outcome.REFUSED)) {
                for (String reason :
                        texts.codes("reason.").map(code -> code.substring(7)).toList()) {
                    String words = letters.decision(complaint, decision(outcome, reason))
                            .words();
                    assertSaidOnce(words);
                }
            }
            assertSaidOnce(letters.correction(complaint).words());
            assertSaidOnce(letters.parcelReplaced(complaint).words());
            assertSaidOnce(letters.followUp(complaint).words());
            assertSaidOnce(letters.withdrawal(complaint).words());
        }
        assertSaidOnce(letters.acknowledgement(complaint).words());
        assertSaidOnce(letters.reopened(complaint, true).words());
        assertSaidOnce(letters.news(complaint).words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "zh", "zh-TW"})
    void noReasonRepeatsTheJudgement(String language) {
        Complaint complaint = opened(language);
        when(ledger.of(complaint.number())).thenReturn(List.of());
        for (Outcome outcome : List.of(Outcome.UPHELD, Outcome.PARTLY_UPHELD)) {
            for (String reason :
                    texts.codes("reason.").map(code -> code.substring(7)).toList()) {
                String words = letters.decision(complaint, decision(outcome, reason))
                        .words()
                        .toLowerCase();
                assertThat(JUDGEMENTS.get(language).stream().mapToInt(judgement -> count(words, judgement)))
                        .as(words)
                        .allMatch(times -> times <= 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB|Refunded in all: €74.50",
                "de|Erstattet insgesamt: 74,50\u00a0€",
                "zh|退款合计：€74.50",
                "zh-TW|退款總計：€74.50"
            })
    void severalRefundsAreAddedUp(String language, String total) {
        Complaint complaint = opened(language);
        when(ledger.of(complaint.number()))
                .thenReturn(List.of(refund(complaint, "EUR", "49.90"), refund(complaint, "EUR", "24.60")));

        assertThat(letters.decision(complaint, decision(Outcome.UPHELD, "items_refunded"))
                        .words())
                .contains(total);
    }

    @Test
    void eachCurrencyIsAddedUpForItself() {
        Complaint complaint = opened("en");
        when(ledger.of(complaint.number()))
                .thenReturn(List.of(
                        refund(complaint, "EUR", "1.00"),
                        refund(complaint, "JPY", "4100"),
                        refund(complaint, "EUR", "2.00"),
                        refund(complaint, "JPY", "900"),
                        refund(complaint, "USD", "7.00")));

        assertThat(letters.decision(complaint, decision(Outcome.UPHELD, "items_refunded"))
                        .words())
                .contains("Refunded in all: €3.00", "Refunded in all: ¥5,000")
                .doesNotContain("Refunded in all: $");
    }

    @Test
    void oneRefundIsItsOwnTotalAndGoodwillIsNone() {
        Complaint complaint = opened("en");
        when(ledger.of(complaint.number())).thenReturn(List.of(refund(complaint, "EUR", "49.90")));

        assertThat(letters.decision(complaint, decision(Outcome.UPHELD, "items_refunded"))
                        .words())
                .contains("€49.90")
                .doesNotContain("in all");
    }

    private static void assertSaidOnce(String words) {
        Set<String> said = new HashSet<>();
        Arrays.stream(words.split("\\R|(?<=[^0-9][.!?])\\s|(?<=[。！？])"))
                .map(sentence -> sentence.strip().replaceFirst("^- ", ""))
                .filter(sentence -> sentence.length() > 3)
                .forEach(sentence -> assertThat(said.add(sentence))
                        .as("\"%s\" is said once in: %s", sentence, words)
                        .isTrue());
    }

    private static int count(String words, String part) {
        return words.split(Pattern.quote(part), -1).length - 1;
    }

    /** Nothing, one, several of a kind, several kinds for the same articles, some of them on their way or given up. */
    private static List<List<Remedy>> remedies(Complaint complaint) {
        Remedy refund = refund(complaint, "EUR", "49.90");
        Remedy replacement = remedy(complaint, RemedyKind.REPLACEMENT, RemedyStatus.SETTLED, "EUR", "0", "PAN-28");
        Remedy noStock = remedy(complaint, RemedyKind.REPLACEMENT, RemedyStatus.FAILED, "EUR", "0", "PAN-28");
        Remedy open = remedy(complaint, RemedyKind.REFUND, RemedyStatus.SENT, "EUR", "9.90", "LID-28");
        Remedy repair = remedy(complaint, RemedyKind.REPAIR, RemedyStatus.APPROVED, "EUR", "0", "PAN-28");
        Remedy collection = remedy(complaint, RemedyKind.COLLECTION, RemedyStatus.APPROVED, "EUR", "0", "PAN-28");
        List<List<Remedy>> sets = new ArrayList<>();
        sets.add(List.of());
        sets.add(List.of(refund));
        sets.add(List.of(refund, replacement));
        sets.add(List.of(refund, noStock));
        sets.add(List.of(refund, refund(complaint, "EUR", "10.00"), refund(complaint, "GBP", "14.99"), open));
        sets.add(List.of(replacement, collection));
        sets.add(List.of(repair));
        return sets;
    }

    private static Remedy refund(Complaint complaint, String currency, String amount) {
        return remedy(complaint, RemedyKind.REFUND, RemedyStatus.SETTLED, currency, amount, "PAN-28");
    }

    private static Remedy remedy(
            Complaint complaint, RemedyKind kind, RemedyStatus status, String currency, String amount, String sku) {
        return new Remedy(
                UUID.randomUUID(),
                complaint.number().value(),
                1,
                kind,
                status,
                currency,
                new BigDecimal(amount),
                BigDecimal.ZERO,
                "stripe",
                "pi_1",
                "ch_1",
                null,
                null,
                "R-1",
                "re_1",
                kind == RemedyKind.REPLACEMENT ? "TRACK-1" : null,
                TimelineEntry.ENGINE,
                TimelineEntry.ENGINE,
                null,
                null,
                CorrespondenceRooms.NOW,
                CorrespondenceRooms.NOW,
                Set.of(new Remedy.Item(sku, 1, null)));
    }

    private static Decision decision(Outcome outcome, String reason) {
        return new Decision(
                1L, "C-1", 1, outcome, "", "In English.", reason, TimelineEntry.ENGINE, CorrespondenceRooms.NOW);
    }

    private Complaint opened(String locale) {
        return complaints.open(aFiling()
                .about(Claim.NOT_RECEIVED)
                .in(locale)
                .ofOrder("R-1")
                .saying("My parcel never came.")
                .filing());
    }
}
