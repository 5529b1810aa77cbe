package io.redress.outside.payment.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.core.input.RefusedInput;
import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.PaymentNews;
import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.Refund;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The receiver of Stripe's events. An event is only a hint: Stripe is asked anew for what it is about, so that events
 * which come twice, late, or in the wrong order do no harm. Stripe is asked before anything is written, and an event
 * counts as received in the same transaction in which it had its effect: while Stripe or the database is down, Stripe
 * will deliver again.
 */
@Component
public class StripeWebhooks {

    private final StripeProperties properties;
    private final StripeSignatures signatures;
    private final StripeEvents events;
    private final PaymentProvider provider;
    private final PaymentNews news;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    StripeWebhooks(
            StripeProperties properties,
            StripeSignatures signatures,
            StripeEvents events,
            PaymentProvider provider,
            PaymentNews news,
            TransactionTemplate transaction,
            Clock clock) {
        this.properties = properties;
        this.signatures = signatures;
        this.events = events;
        this.provider = provider;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether anything can be received: without a secret no sender can be believed. */
    public boolean isOpen() {
        return properties.isConfigured() && !properties.webhookSecrets().isEmpty();
    }

    /**
     * Takes one event, once.
     *
     * @param body as it arrived, to the byte: it is what was signed
     * @param signature the header {@code Stripe-Signature}, {@code null} where there is none
     * @throws RefusedInput where it is not Stripe's, too old, or of the other mode; nothing is stored then
     * @throws io.redress.outside.payment.PaymentProviderUnavailable where Stripe cannot be asked now
     */
    public void receive(String body, String signature) {
        signatures.verify(body, signature);
        JsonNode event = parse(body);
        String id = event.path("id").asText();
        String object = event.at("/data/object/id").asText();
        if (id.isEmpty()) {
            throw new RefusedInput("id", "The event has no id.");
        }
        requireOurMode(event.path("livemode").asBoolean());
        if (events.isTaken(id)) {
            return;
        }
        switch (event.path("type").asText()) {
            case "refund.created", "refund.updated", "refund.failed" -> {
                Refund refund = provider.refundById(object);
                once(id, event, () -> news.refundChanged(refund));
            }
            case "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed" -> {
                Instant askedAt = clock.instant();
                Dispute dispute = provider.disputeById(object);
                once(id, event, () -> news.disputesSeen(null, List.of(dispute), askedAt));
            }
            default -> {
                // Stripe sends the event types that its endpoint is set to; those that we do not need are ignored.
            }
        }
    }

    private void once(String id, JsonNode event, Runnable effect) {
        transaction.executeWithoutResult(status -> {
            if (events.take(id, event.path("type").asText())) {
                effect.run();
            }
        });
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new RefusedInput("body", "The body is no JSON.");
        }
    }

    private void requireOurMode(boolean live) {
        if (live != properties.isLive()) {
            throw new RefusedInput(
                    "livemode",
                    "This is %s event, but our key is %s key."
                            .formatted(live ? "a live" : "a test", properties.isLive() ? "a live" : "a test"));
        }
    }
}
