package io.redress.outside.webhook;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The webhooks as this node knows them, so that a case costs nothing where there are none. Whoever changes them here, and
 * whoever looks what is due, has them read anew; so another node knows of a change within seconds.
 */
@Component
class KnownWebhooks {

    private final WebhookRows rows;
    private volatile List<Webhook> known;

    KnownWebhooks(WebhookRows rows) {
        this.rows = rows;
    }

    List<Webhook> all() {
        List<Webhook> present = known;
        return present == null ? readAnew() : present;
    }

    List<Webhook> readAnew() {
        known = rows.all();
        return known;
    }
}
