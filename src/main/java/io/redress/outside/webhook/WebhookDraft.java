package io.redress.outside.webhook;

import java.util.List;

/** A webhook as a manager wants it. @param secret {@code null} where it stays, or is made by us */
public record WebhookDraft(String url, List<String> events, String secret) {}
