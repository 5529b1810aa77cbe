package io.redress.conversation.mail;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail as the mail server takes it.
 *
 * @param id becomes its {@code Message-ID}, so that a second attempt is known to be the same mail
 * @param about its case, {@code null} where it is about several
 * @param automatic whether nobody wrote it by hand
 */
public record Mail(
        UUID id,
        CaseNumber about,
        String recipient,
        String subject,
        String text,
        String html,
        Instant writtenAt,
        boolean automatic) {}
