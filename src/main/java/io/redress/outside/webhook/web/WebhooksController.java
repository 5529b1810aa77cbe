package io.redress.outside.webhook.web;

import io.redress.core.text.EnumWords;
import io.redress.outside.outbox.Delivery;
import io.redress.outside.webhook.EventType;
import io.redress.outside.webhook.Webhook;
import io.redress.outside.webhook.Webhooks;
import io.redress.outside.webhook.Webhooks.Kept;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The API for webhooks and for what has left to them. */
@RestController
@RequestMapping("/api/webhooks")
@Tag(name = "Webhooks")
class WebhooksController {

    private static final int MOST_SHOWN = 200;

    private final Webhooks webhooks;

    WebhooksController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Schema(name = "Webhook")
    record View(
            String name,
            String url,
            List<String> events,

            @Schema(description = "What signs the events, where it is new; it is never told again.")
            String secret,

            @Schema(description = "Until when the secret before signs as well; null where none does.")
            OffsetDateTime bothSecretsUntil,

            OffsetDateTime createdAt,
            OffsetDateTime changedAt,
            String changedBy) {

        /** Without the secret: this text may reach a log. */
        @Override
        public String toString() {
            return "View[name=%s]".formatted(name);
        }
    }

    @Schema(name = "Webhooks")
    record ListView(List<View> items) {}

    @Schema(name = "WebhookDelivery")
    record DeliveryView(
            @Schema(description = "That of the event, as in webhook-id; the same over all attempts.")
            UUID id,

            String type,
            String caseNumber,
            OffsetDateTime at,

            @Schema(allowableValues = {"waiting", "failing", "delivered", "skipped"})
            String state,

            int attempts,

            @Schema(description = "The status of the last answer; null where none came.")
            Integer lastStatus,

            @Schema(description = "Why the last attempt failed, or why it never leaves.")
            String problem,

            @Schema(description = "When it is sent, at the earliest; null where that is done.")
            OffsetDateTime nextAttemptAt,

            OffsetDateTime deliveredAt,
            OffsetDateTime replayedAt,
            String replayedBy) {}

    @Schema(name = "WebhookDeliveries")
    record DeliveriesView(List<DeliveryView> items) {}

    @GetMapping
    @Operation(operationId = "listWebhooks", summary = "Read every webhook, without its secret")
    ListView list() {
        return new ListView(
                webhooks.all().stream().map(webhook -> view(webhook, null)).toList());
    }

    @PutMapping("/{name}")
    @Operation(
            operationId = "putWebhook",
            summary = "Make a webhook, or change it",
            description =
                    "The answer tells the secret where it is new. Where another secret takes its place, both sign for a day.")
    View put(@PathVariable String name, @RequestBody WebhookRequest wanted, Principal manager) {
        return view(webhooks.put(name, wanted.draft(), manager.getName()));
    }

    @PostMapping("/{name}/rotate")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook another secret, made by us",
            description = "The answer tells it, once. The one before signs as well for a day.")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such webhook")
    View rotate(@PathVariable String name, Principal manager) {
        return webhooks.rotate(name, manager.getName())
                .map(WebhooksController::view)
                .orElseThrow(WebhooksController::unknown);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeWebhook", summary = "Remove a webhook; what waits for it never leaves")
    @ApiResponse(responseCode = "204", description = "It is removed")
    @ApiResponse(responseCode = "404", description = "There is no such webhook")
    void remove(@PathVariable String name, Principal manager) {
        if (!webhooks.remove(name, manager.getName())) {
            throw unknown();
        }
    }

    @GetMapping("/{name}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "Read what has left to a webhook, or waits to leave, newest first; at most 200")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such webhook")
    DeliveriesView deliveries(
            @PathVariable String name,
            @RequestParam(required = false) String caseNumber,
            @RequestParam(required = false) Boolean waiting) {
        webhooks.find(name).orElseThrow(WebhooksController::unknown);
        return new DeliveriesView(
                webhooks.deliveries(name, caseNumber, Boolean.TRUE.equals(waiting), MOST_SHOWN).stream()
                        .map(WebhooksController::view)
                        .toList());
    }

    @PostMapping("/{name}/deliveries/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Send an event once more, with the same id",
            description = "Later events of its case wait until it was taken. One that waits is sent at once.")
    @ApiResponse(responseCode = "202", description = "It leaves within seconds")
    @ApiResponse(responseCode = "404", description = "There is no such event, or no such webhook")
    void replay(@PathVariable String name, @PathVariable UUID id, Principal manager) {
        if (!webhooks.replay(name, id, manager.getName())) {
            throw unknown();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static View view(Kept kept) {
        return view(kept.webhook(), kept.secret());
    }

    private static View view(Webhook webhook, String secret) {
        return new View(
                webhook.name(),
                webhook.url().toString(),
                webhook.events().stream().sorted().map(EventType::word).toList(),
                secret,
                utc(webhook.previousUntil()),
                utc(webhook.createdAt()),
                utc(webhook.changedAt()),
                webhook.changedBy());
    }

    private static DeliveryView view(Delivery delivery) {
        boolean skipped = delivery.skipReason() != null;
        return new DeliveryView(
                delivery.id(),
                delivery.type(),
                delivery.caseNumber().value(),
                utc(delivery.at()),
                EnumWords.word(delivery.state()),
                delivery.attempts(),
                delivery.lastStatus(),
                skipped ? delivery.skipReason() : delivery.problem(),
                utc(delivery.nextAttemptAt()),
                skipped ? null : utc(delivery.doneAt()),
                utc(delivery.replayedAt()),
                delivery.replayedBy());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
