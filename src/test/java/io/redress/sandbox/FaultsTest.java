package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Provider;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fault does to a refund, seen by stripe-java: how it looks, and whether the money moved. */
class FaultsTest {

    @TempDir
    static Path folder;

    static Sandbox sandbox;
    static StripeClient stripe;

    String payment;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.start(folder, new SandboxClock(folder.resolve("clock")));
        stripe = StripeClient.builder()
                .setApiKey(Sandbox.STRIPE_KEY)
                .setApiBase(sandbox.stripeUrl())
                .setReadTimeout(1_500)
                .setMaxNetworkRetries(0)
                .build();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @BeforeEach
    void pay() {
        payment = sandbox.world()
                .copy("R-1001")
                .orElseThrow()
                .at("/payments/0/reference")
                .asText();
    }

    @AfterEach
    void behave() {
        sandbox.faults().clear();
    }

    @Test
    void anErrorBeforeMovesNothingAndIsNotRemembered() throws StripeException {
        fault(FaultKind.ERROR_BEFORE, 1);
        assertThatThrownBy(this::refund).isInstanceOf(ApiException.class);
        assertThat(refunds()).isZero();
        assertThat(refund().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void anErrorAfterMovesMoneyAndIsReplayed() throws StripeException {
        fault(FaultKind.ERROR_AFTER, 1);
        assertThatThrownBy(this::refund).isInstanceOf(ApiException.class);
        assertThat(refunds()).isEqualTo(1);
        assertThatThrownBy(this::refund).isInstanceOf(ApiException.class);
        assertThat(refunds()).isEqualTo(1);
    }

    @Test
    void aLostAnswerMovesMoneyOnceAndTheKeyFindsIt() throws StripeException {
        fault(FaultKind.LOST_ANSWER, 2);
        assertThatThrownBy(this::refund).isInstanceOf(ApiConnectionException.class);
        assertThat(refunds()).isEqualTo(1);
        assertThat(refund().getStatus()).isEqualTo("succeeded");
        assertThat(refunds()).isEqualTo(1);
    }

    @Test
    void aSlowAnswerComesTooLateAndTheKeyIsInUseMeanwhile() throws StripeException {
        sandbox.faults().order(new Fault(Provider.STRIPE, FaultKind.SLOW, 1, "/v1/refunds", 3));
        assertThatThrownBy(this::refund).isInstanceOf(ApiConnectionException.class);
        assertThat(catchThrowableOfType(StripeException.class, this::refund).getCode())
                .isEqualTo("idempotency_key_in_use");
        assertThat(refunds()).isEqualTo(1);
    }

    @Test
    void aDownProviderAnswersNothing() throws StripeException {
        fault(FaultKind.DOWN, 2);
        assertThatThrownBy(this::refund).isInstanceOf(ApiConnectionException.class);
        assertThat(sandbox.faults().pending()).isEmpty();
        assertThat(refunds()).isZero();
    }

    @Test
    void tooManyRequestsAreToldWhenToComeBack() {
        fault(FaultKind.RATE_LIMIT, 1);
        var refusal = catchThrowableOfType(RateLimitException.class, this::refund);
        assertThat(refusal.getStatusCode()).isEqualTo(429);
    }

    @Test
    void faultsThatNeedAnEffectLetReadsPass() throws StripeException {
        fault(FaultKind.LOST_ANSWER, 1);
        assertThat(refunds()).isZero();
        assertThat(sandbox.faults().pending()).hasSize(1);
    }

    private static void fault(FaultKind kind, int count) {
        sandbox.faults().order(Fault.of(Provider.STRIPE, kind, count));
    }

    private int refunds() throws StripeException {
        return stripe.v1()
                .refunds()
                .list(RefundListParams.builder().setPaymentIntent(payment).build())
                .getData()
                .size();
    }

    private Refund refund() throws StripeException {
        return stripe.v1()
                .refunds()
                .create(
                        RefundCreateParams.builder().setPaymentIntent(payment).build(),
                        RequestOptions.builder()
                                .setIdempotencyKey("key-" + payment)
                                .build());
    }
}
