package io.redress.answer.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A mail that was delivered, as {@code GET /sandbox/mails} shows it. */
public record SandboxMail(
        String to,
        String from,
        String subject,
        String text,
        String html,
        String messageId,
        Map<String, List<String>> headers,
        Instant sentAt) {}
