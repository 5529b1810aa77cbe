package io.redress.outside.webhook;

import io.redress.outside.outbox.OutboxSender;
import io.redress.outside.wire.Providers;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The sender of events to webhooks: a thread for each, so that one that is slow holds up no other. */
@Component
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookSender {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    private final KnownWebhooks webhooks;
    private final WebhookHttp http;
    private final WebhookProperties properties;
    private final OutboxSender sender;
    private final Providers providers;
    private final Clock clock;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService workers =
            Executors.newCachedThreadPool(work -> new Thread(work, "webhooks-" + threads.incrementAndGet()));

    WebhookSender(
            KnownWebhooks webhooks,
            WebhookHttp http,
            WebhookProperties properties,
            OutboxSender sender,
            Providers providers,
            Clock clock) {
        this.webhooks = webhooks;
        this.http = http;
        this.properties = properties;
        this.sender = sender;
        this.providers = providers;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }

    @Scheduled(
            fixedDelayString = "${redress.watches.webhooks:PT2S}",
            initialDelayString = "${redress.watches.webhooks:PT2S}")
    void tellWhatIsDue() {
        webhooks.readAnew().stream()
                .filter(webhook -> busy.add(webhook.name()))
                .forEach(webhook -> workers.execute(() -> tell(webhook)));
    }

    private void tell(Webhook webhook) {
        try {
            String name = Webhook.destination(webhook.name());
            sender.sendWhatIsDue(new WebhookDestination(
                    webhook, http, providers.calls(name, refused -> refused), properties.deadline(), clock));
        } catch (RuntimeException failed) {
            LOG.warn("What is due to the webhook {} is looked for again: {}", webhook.name(), failed.toString());
        } finally {
            busy.remove(webhook.name());
        }
    }
}
