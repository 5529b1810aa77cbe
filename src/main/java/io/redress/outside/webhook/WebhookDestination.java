package io.redress.outside.webhook;

import io.redress.outside.outbox.Answer;
import io.redress.outside.outbox.Destination;
import io.redress.outside.outbox.OutboxEntry;
import io.redress.outside.wire.Deadline;
import io.redress.outside.wire.ProviderCalls;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** A webhook as a destination of the outbox, with the headers of Standard Webhooks. */
record WebhookDestination(Webhook webhook, WebhookHttp http, ProviderCalls calls, Duration deadline, Clock clock)
        implements Destination {

    @Override
    public String name() {
        return Webhook.destination(webhook.name());
    }

    @Override
    public String title() {
        return "the webhook " + webhook.name();
    }

    @Override
    public Answer send(OutboxEntry event) throws IOException {
        String id = event.id().toString();
        long seconds = clock.instant().getEpochSecond();
        return http.post(
                webhook.url(),
                Map.of(
                        "webhook-id", id,
                        "webhook-timestamp", Long.toString(seconds),
                        "webhook-signature",
                                WebhookSignature.of(id, seconds, event.body(), webhook.secrets(clock.instant()))),
                event.body(),
                Deadline.in(deadline));
    }
}
