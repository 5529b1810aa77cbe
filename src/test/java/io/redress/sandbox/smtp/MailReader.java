package io.redress.sandbox.smtp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Json;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Turns a message into what the control API shows: addresses, subject, both bodies, the headers that thread it. */
final class MailReader {

    private MailReader() {}

    static ObjectNode read(MimeMessage message, String recipient, Instant at) {
        try {
            var from = message.getFrom();
            return Json.object(
                    "to", recipient,
                    "from", from == null || from.length == 0 ? null : ((InternetAddress) from[0]).toUnicodeString(),
                    "subject", message.getSubject(),
                    "text", body(message, "text/plain"),
                    "html", body(message, "text/html"),
                    "messageId", message.getMessageID(),
                    "inReplyTo", message.getHeader("In-Reply-To", " "),
                    "references", message.getHeader("References", " "),
                    "replyTo", message.getHeader("Reply-To", " "),
                    "autoSubmitted", message.getHeader("Auto-Submitted", " "),
                    "sentAt", at.truncatedTo(ChronoUnit.MILLIS).toString());
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent() instanceof String text ? text : null;
        }
        if (!part.isMimeType("multipart/*")) {
            return null;
        }
        var parts = (Multipart) part.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            var found = body(parts.getBodyPart(i), type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
