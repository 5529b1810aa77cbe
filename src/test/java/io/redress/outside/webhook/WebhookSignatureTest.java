package io.redress.outside.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures are those of Standard Webhooks. */
class WebhookSignatureTest {

    /** The example in the specification's own libraries. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void signatureIsThatOfTheSpecification() {
        assertThat(WebhookSignature.of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}", List.of(SECRET)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void secretsOfOursAreTakenBackAndDiffer() {
        String one = WebhookSecret.fresh();
        assertThat(WebhookSecret.isOne(one)).isTrue();
        assertThat(one).isNotEqualTo(WebhookSecret.fresh());
        assertThat(WebhookSecret.isOne(SECRET)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "whsec_", "secret", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_not base64!"
            })
    void otherSecretsAreNone(String secret) {
        assertThat(WebhookSecret.isOne(secret)).isFalse();
    }
}
