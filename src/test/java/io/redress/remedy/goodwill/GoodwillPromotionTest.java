package io.redress.remedy.goodwill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.remedy.ledger.KettleCase;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyProgress;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.sandbox.Sandbox;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Provider;
import io.redress.verification.gathering.Verification;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.RestClient;

/** A voucher of the payment provider's, made once though no answer comes, whichever of its two halves that is about. */
@SandboxTest
class GoodwillPromotionTest {

    @Autowired
    private SandboxDriver world;

    @Autowired
    private Goodwill goodwill;

    @Autowired
    private GoodwillGrants grants;

    @Autowired
    private RemedyLedger ledger;

    @Autowired
    private Verification verification;

    @AfterEach
    void behave() {
        world.behave();
    }

    @Test
    void isMadeOnceThoughTwoAnswersAreLost() {
        CaseNumber caseNumber = KettleCase.file(world, verification);
        assertThat(goodwill.offer(caseNumber, new BigDecimal("10"), GoodwillType.PROMOTION_CODE))
                .isTrue();
        assertThat(goodwill.offer(caseNumber, new BigDecimal("10"), GoodwillType.PROMOTION_CODE))
                .as("a case has one")
                .isFalse();
        ledger.approve(caseNumber, "lead");

        loseTheAnswerOf("POST /v1/coupons");
        assertThatExceptionOfType(PaymentProviderUnavailable.class).isThrownBy(() -> goodwill.grant(caseNumber));
        loseTheAnswerOf("POST /v1/promotion_codes");
        assertThatExceptionOfType(PaymentProviderUnavailable.class).isThrownBy(() -> goodwill.grant(caseNumber));
        assertThat(goodwill.grant(caseNumber)).isEqualTo(RemedyProgress.DONE);

        Remedy given = ledger.of(caseNumber).get(0);
        assertThat(given.status()).isEqualTo(RemedyStatus.SETTLED);
        JsonNode codes = stripe("/v1/promotion_codes?code=" + grants.of(given).code());
        assertThat(codes).singleElement().satisfies(code -> {
            assertThat(code.path("id").asText()).isEqualTo(given.providerReference());
            assertThat(code.path("max_redemptions").asInt()).isEqualTo(1);
        });
        assertThat(stripe("/v1/coupons?limit=100"))
                .filteredOn(coupon -> coupon.at("/metadata/redress_key")
                        .asText()
                        .equals(given.id().toString()))
                .singleElement()
                .satisfies(
                        coupon -> assertThat(coupon.path("amount_off").asInt()).isEqualTo(600));
    }

    private void loseTheAnswerOf(String request) {
        world.providers().faults().order(new Fault(Provider.STRIPE, FaultKind.LOST_ANSWER, 1, request, 0));
    }

    private JsonNode stripe(String path) {
        return RestClient.builder()
                .defaultHeaders(headers -> headers.setBearerAuth(Sandbox.STRIPE_KEY))
                .build()
                .get()
                .uri(world.providers().stripeUrl() + path)
                .retrieve()
                .body(JsonNode.class)
                .path("data");
    }
}
