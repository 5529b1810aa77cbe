package io.redress.outside.webhook;

import io.redress.complaint.timeline.CaseNumber;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of webhooks. */
@Component
class WebhookRows {

    private final JdbcClient jdbc;

    WebhookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else add, change or remove a webhook until the present transaction ends. */
    void lock() {
        jdbc.sql("lock table redress.webhook in share row exclusive mode").update();
    }

    /** By name. */
    List<Webhook> all() {
        return jdbc.sql("select * from redress.webhook order by name")
                .query(WebhookRows::webhook)
                .list();
    }

    /** Stores a webhook, in place of the one of its name. */
    void put(Webhook webhook) {
        jdbc.sql("""
                        insert into redress.webhook (name, url, events, secret, previous_secret, previous_until, created_at,
                          changed_at, changed_by)
                        values (:name, :url, :events, :secret, :previous, :until, :created, :changed, :by)
                        on conflict (name) do update set url = excluded.url, events = excluded.events,
                          secret = excluded.secret, previous_secret = excluded.previous_secret,
                          previous_until = excluded.previous_until, changed_at = excluded.changed_at,
                          changed_by = excluded.changed_by""")
                .param("name", webhook.name())
                .param("url", webhook.url().toString())
                .param(
                        "events",
                        webhook.events().stream().sorted().map(EventType::word).toArray(String[]::new))
                .param("secret", webhook.secret())
                .param("previous", webhook.previousSecret())
                .param("until", timestamp(webhook.previousUntil()))
                .param("created", timestamp(webhook.createdAt()))
                .param("changed", timestamp(webhook.changedAt()))
                .param("by", webhook.changedBy())
                .update();
    }

    /** @return whether there was one */
    boolean remove(String name) {
        return jdbc.sql("delete from redress.webhook where name = :name")
                        .param("name", name)
                        .update()
                > 0;
    }

    /**
     * The number of the next event of a case for a webhook, from 1; others who want it, and who remove the webhook, wait until
     * this transaction ends.
     *
     * @return empty where the webhook was removed meanwhile
     */
    Optional<Integer> next(String name, CaseNumber caseNumber) {
        return jdbc.sql("""
                        insert into redress.webhook_sequence as known (webhook, case_number, last)
                        select name, :case, 1 from redress.webhook where name = :name for key share
                        on conflict (webhook, case_number) do update set last = known.last + 1 returning last""")
                .param("name", name)
                .param("case", caseNumber.value())
                .query(Integer.class)
                .optional();
    }

    /** Gives back the number that this transaction took last. */
    void giveBack(String name, CaseNumber caseNumber) {
        jdbc.sql("update redress.webhook_sequence set last = last - 1 where webhook = :name and case_number = :case")
                .param("name", name)
                .param("case", caseNumber.value())
                .update();
    }

    private static Webhook webhook(ResultSet row, int index) throws SQLException {
        String[] words = (String[]) row.getArray("events").getArray();
        Timestamp until = row.getTimestamp("previous_until");
        return new Webhook(
                row.getString("name"),
                URI.create(row.getString("url")),
                Arrays.stream(words)
                        .flatMap(word -> EventType.of(word).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("secret"),
                row.getString("previous_secret"),
                until == null ? null : until.toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
