package io.redress.outside.payment.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook.Signature;
import io.redress.core.input.RefusedInput;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The check that an event comes from Stripe, by any of the secrets that are valid now. */
@Component
class StripeSignatures {

    /** Stripe's own measure: what is older may have been recorded and sent again by somebody else. */
    private static final long TOLERANCE_SECONDS = 300;

    private final StripeProperties properties;
    private final Clock clock;

    StripeSignatures(StripeProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws RefusedInput where no secret fits, or the signature is too old */
    void verify(String body, String header) {
        if (header == null || header.isBlank()) {
            throw refused("is missing");
        }
        String reason = "fits no secret of ours";
        for (String secret : properties.webhookSecrets()) {
            try {
                Signature.verifyHeader(body, header, secret, TOLERANCE_SECONDS, clock);
                return;
            } catch (SignatureVerificationException wrong) {
                reason = isTooOld(wrong) ? "is more than five minutes old" : reason;
            }
        }
        throw refused(reason);
    }

    /** Stripe's library looks at the time only once the signature fits. */
    private static boolean isTooOld(SignatureVerificationException wrong) {
        return wrong.getMessage() != null && wrong.getMessage().startsWith("Timestamp outside the tolerance zone");
    }

    private static RefusedInput refused(String why) {
        return new RefusedInput("Stripe-Signature", why);
    }
}
