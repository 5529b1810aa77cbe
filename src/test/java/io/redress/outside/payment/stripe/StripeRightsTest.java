package io.redress.outside.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.redress.core.startup.InvalidSetting;
import io.redress.outside.wire.BoundedHttp;
import io.redress.outside.wire.FreshProviders;
import io.redress.sandbox.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A restricted key suffices, and one that may do too little is found wanting at start. */
@ExtendWith(OutputCaptureExtension.class)
class StripeRightsTest {

    private static final Set<String> ENOUGH = Set.of(
            "payment_intent_read",
            "charge_write",
            "dispute_read",
            "invoice_read",
            "subscription_write",
            "customer_write",
            "coupon_write",
            "promotion_code_write");

    @TempDir
    static Path folder;

    static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.start(folder, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void aRestrictedKeyWithTheRightsThatAreNamedSuffices(CapturedOutput output) {
        assertThatCode(() -> check(ENOUGH)).doesNotThrowAnyException();

        assertThat(output).doesNotContain("lacks rights");
        assertThat(sandbox.refunds()).allMatch(refund -> refund.path("metadata").isEmpty());
    }

    @Test
    void allRightsThatAreMissingAreNamedInOneMessage() {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> check(Set.of("charge_read", "payment_intent_read")))
                .withMessageContainingAll(
                        "Charges and Refunds: Write",
                        "Disputes: Read",
                        "Invoices: Read",
                        "Subscriptions: Write",
                        "Customers: Write")
                .withMessageNotContaining("Payment Intents");
    }

    @Test
    void withoutARightThatOnlySomeCasesNeedItStartsAndSaysSo(CapturedOutput output) {
        Set<String> rights = new HashSet<>(ENOUGH);
        rights.remove("subscription_write");

        assertThatCode(() -> check(rights)).doesNotThrowAnyException();

        assertThat(output).contains("Subscriptions: Write (else surplus subscriptions are not ended)");
    }

    @Test
    void aStripeThatCannotBeReachedKeepsNobodyFromStarting(CapturedOutput output) {
        assertThatCode(() -> rights("sk_test_1", "http://localhost:1").check()).doesNotThrowAnyException();

        assertThat(output).contains("could not be checked");
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() ->
                        rights("sk_test_of_somebody_else", sandbox.stripeUrl()).check())
                .withMessageContaining("does not know the key");
    }

    private static void check(Set<String> may) {
        sandbox.restrictStripeKey("rk_test_restricted", may);
        rights("rk_test_restricted", sandbox.stripeUrl()).check();
    }

    private static StripeRights rights(String key, String url) {
        var properties = new StripeProperties(key, URI.create(url), List.of(), Duration.ofSeconds(10));
        return new StripeRights(new StripeCalls(properties, new BoundedHttp(), FreshProviders.unlimited()));
    }
}
