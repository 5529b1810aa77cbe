package io.redress.outside.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.core.database.BeforeCommit;
import io.redress.outside.outbox.Deliveries;
import io.redress.outside.outbox.EventOutbox;
import io.redress.outside.outbox.OutboxEntry;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The events of cases as those see it who tell them: each is written into the outbox for every webhook that wants it, in the
 * transaction in which it happened, or never.
 *
 * <p>They are written at the end of the transaction, for one webhook after the other in the order of their names. What is
 * written for a case is locked until the commit, and a step that mails in a transaction of its own would else wait for itself.
 */
@Component
public class CaseEvents {

    private final KnownWebhooks webhooks;
    private final WebhookRows rows;
    private final EventOutbox outbox;
    private final Deliveries deliveries;
    private final ObjectMapper json = new ObjectMapper();
    private final BeforeCommit<CaseEvent> happened = new BeforeCommit<>(this::write);

    CaseEvents(KnownWebhooks webhooks, WebhookRows rows, EventOutbox outbox, Deliveries deliveries) {
        this.webhooks = webhooks;
        this.rows = rows;
        this.outbox = outbox;
        this.deliveries = deliveries;
    }

    /** Whether anybody wants to hear of it. */
    public boolean isWanted(EventType type) {
        return webhooks.all().stream().anyMatch(webhook -> webhook.events().contains(type));
    }

    /** Tells who wants to hear of it, once the present transaction has committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(CaseEvent event) {
        if (isWanted(event.type())) {
            happened.add(event);
        }
    }

    private void write(List<CaseEvent> events) {
        for (Webhook webhook : webhooks.all()) {
            events.stream()
                    .filter(event -> webhook.events().contains(event.type()))
                    .sorted(Comparator.comparing(event -> event.caseNumber().value()))
                    .forEach(event -> write(webhook, event));
        }
    }

    private void write(Webhook webhook, CaseEvent event) {
        String destination = Webhook.destination(webhook.name());
        UUID id = id(destination, event);
        if (event.once() != null && deliveries.exists(destination, id)) {
            return;
        }
        rows.next(webhook.name(), event.caseNumber()).ifPresent(sequence -> {
            // Somebody may have told it while we waited for the number.
            if (event.once() != null && deliveries.exists(destination, id)) {
                rows.giveBack(webhook.name(), event.caseNumber());
            } else {
                outbox.put(
                        destination,
                        new OutboxEntry(id, event.caseNumber(), event.type().word(), body(id, event, sequence)));
            }
        });
    }

    private static UUID id(String destination, CaseEvent event) {
        return event.once() == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes("%s %s %s %s"
                        .formatted(
                                destination,
                                event.type().word(),
                                event.caseNumber().value(),
                                event.once())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private String body(UUID id, CaseEvent event, int sequence) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id.toString());
        body.put("type", event.type().word());
        body.put("at", event.at().toString());
        body.put("caseNumber", event.caseNumber().value());
        body.put("sequence", sequence);
        body.put("data", event.data().get());
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
