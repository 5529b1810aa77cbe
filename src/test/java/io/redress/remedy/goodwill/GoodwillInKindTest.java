package io.redress.remedy.goodwill;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.letter.Addressee;
import io.redress.conversation.letter.LetterFact;
import io.redress.conversation.letter.RemedyTexts;
import io.redress.remedy.goodwill.GoodwillCodes.Kind;
import io.redress.remedy.goodwill.GoodwillCodes.NewCode;
import io.redress.remedy.ledger.KettleCase;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyProgress;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.verification.gathering.Verification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is given on top and is no money: worth something in our sums, and told in the customer's own language. */
@SandboxTest
class GoodwillInKindTest {

    @Autowired
    private SandboxDriver world;

    @Autowired
    private Goodwill goodwill;

    @Autowired
    private GoodwillCodes codes;

    @Autowired
    private RemedyLedger ledger;

    @Autowired
    private Verification verification;

    @Autowired
    private Complaints complaints;

    @Autowired
    private RemedyTexts words;

    @Test
    void longerGuaranteeIsNoMoneyAndCountsAllTheSame() {
        CaseNumber caseNumber = KettleCase.file(world, verification);

        Remedy given = grant(caseNumber, GoodwillType.LONGER_GUARANTEE);

        assertThat(given.status()).isEqualTo(RemedyStatus.SETTLED);
        assertThat(given.amount()).isZero();
        assertThat(given.cost()).isEqualByComparingTo("6.00");
        assertThat(told(caseNumber, Locale.ENGLISH).label()).isEqualTo("Longer guarantee");
        assertThat(told(caseNumber, Locale.GERMAN).value()).contains("um 12 Monate verlängert");
        assertThat(told(caseNumber, Locale.SIMPLIFIED_CHINESE).value()).contains("延长 12 个月");
    }

    @Test
    void freeDeliveryIsTheNextOrdersWithItsCodeAndItsEnd() {
        String code = "SHIP-" + UUID.randomUUID();
        codes.add(
                List.of(new NewCode(
                        Kind.FREE_DELIVERY, code, null, world.clock().instant().plus(Duration.ofDays(15)))),
                "manager");
        CaseNumber caseNumber = KettleCase.file(world, verification);

        Remedy given = grant(caseNumber, GoodwillType.FREE_DELIVERY);

        assertThat(given.providerReference()).isEqualTo("free_delivery " + code);
        assertThat(told(caseNumber, Locale.ENGLISH).value())
                .startsWith("We deliver your next order free of charge with the code " + code)
                .contains("valid until");
    }

    private Remedy grant(CaseNumber caseNumber, GoodwillType type) {
        assertThat(goodwill.offer(caseNumber, BigDecimal.TEN, type)).isTrue();
        ledger.approve(caseNumber, "lead");
        assertThat(goodwill.grant(caseNumber)).isEqualTo(RemedyProgress.DONE);
        return ledger.of(caseNumber).get(0);
    }

    private LetterFact told(CaseNumber caseNumber, Locale locale) {
        return words.ofCase(complaints.get(caseNumber), new Addressee(locale, ZoneOffset.UTC, true, true))
                .get(0);
    }
}
