package io.redress.conversation.correspondence;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.letter.MessageKind;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A letter that reached a customer and that a person signed.
 *
 * @param signedBy the login of who signed it
 * @param locale the language it is in
 * @param words what it says, as plain text
 */
public record SentLetter(
        UUID id,
        CaseNumber caseNumber,
        String signedBy,
        MessageKind kind,
        Locale locale,
        String subject,
        String words,
        Instant sentAt) {}
