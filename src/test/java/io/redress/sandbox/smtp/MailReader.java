package io.redress.sandbox.smtp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Json;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Turns a message into what the control API shows: addresses, subject, both bodies, the headers that thread it. */
final class MailReader {

    private MailReader() {}

    /** Headers in UTF-8 are read as such; addresses are shown as they are, however odd. */
    private static final Session SESSION = session();

    /** @param recipient the envelope's, to the character */
    static ObjectNode read(byte[] mail, String recipient, Instant at) {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(mail));
            return Json.object(
                    "to", recipient,
                    "from", from(message),
                    "subject", message.getSubject(),
                    "text", body(message, "text/plain"),
                    "html", body(message, "text/html"),
                    "messageId", message.getMessageID(),
                    "inReplyTo", message.getHeader("In-Reply-To", " "),
                    "references", message.getHeader("References", " "),
                    "replyTo", message.getHeader("Reply-To", " "),
                    "autoSubmitted", message.getHeader("Auto-Submitted", " "),
                    "headers", headers(message),
                    "sentAt", at.truncatedTo(ChronoUnit.MILLIS).toString());
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String from(MimeMessage message) throws MessagingException {
        try {
            var from = message.getFrom();
            return from == null || from.length == 0 ? null : ((InternetAddress) from[0]).toUnicodeString();
        } catch (AddressException odd) {
            return message.getHeader("From", ", ");
        }
    }

    /** Every header by its name as sent, each value in one line, otherwise as sent. */
    private static Map<String, List<String>> headers(MimeMessage message) throws MessagingException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                    .add(MimeUtility.unfold(header.getValue()));
        }
        return headers;
    }

    private static Session session() {
        var properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        properties.setProperty("mail.mime.address.strict", "false");
        return Session.getInstance(properties);
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
