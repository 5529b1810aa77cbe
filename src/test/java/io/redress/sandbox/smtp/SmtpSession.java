package io.redress.sandbox.smtp;

import io.redress.sandbox.smtp.SmtpServer.Post;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One client's conversation with the mail server: RFC 5321, with 8BITMIME and, where it is offered, SMTPUTF8 (RFC 6531).
 * An address is taken to the character as it was sent, or refused.
 */
final class SmtpSession {

    private static final String NAME = "mail.sandbox.redress.example";
    private static final String ONLY_WITH_SMTPUTF8 = "553 5.6.7 Addresses beyond ASCII only with SMTPUTF8";
    private static final int MOST_RECIPIENTS = 100;
    private static final Set<String> BODIES = Set.of("BODY=7BIT", "BODY=8BITMIME");

    private final MailRules rules;
    private final Post post;
    private final List<String> recipients = new ArrayList<>();
    private boolean greeted;
    private String sender;
    private boolean utf8;

    SmtpSession(MailRules rules, Post post) {
        this.rules = rules;
        this.post = post;
    }

    /** Talks until the client leaves, or has to. */
    void talk(InputStream from, OutputStream to) throws IOException {
        var lines = new SmtpLines(new BufferedInputStream(from));
        reply(to, "220 " + NAME + " ESMTP");
        for (var line = lines.next(); line != null; line = lines.next()) {
            var answer = isData(line) ? data(lines, to) : answer(line);
            if (answer == null) {
                return;
            }
            reply(to, answer);
            if (answer.startsWith("221")) {
                return;
            }
        }
    }

    private boolean isData(String line) {
        return line.strip().equalsIgnoreCase("DATA") && !recipients.isEmpty();
    }

    private String answer(String line) {
        if (line.equals(SmtpLines.TOO_LONG)) {
            return "500 5.5.2 Line too long";
        }
        if (line.equals(SmtpLines.MALFORMED)) {
            return "500 5.5.2 Not UTF-8";
        }
        var verb = line.strip().split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        return switch (verb) {
            case "EHLO" ->
                greet("250-" + NAME + "\r\n250-8BITMIME\r\n" + (rules.offersSmtpUtf8() ? "250-SMTPUTF8\r\n" : "")
                        + "250 HELP");
            case "HELO" -> greet("250 " + NAME);
            case "MAIL" -> mail(line.strip().substring(4).strip());
            case "RCPT" -> recipient(line.strip().substring(4).strip());
            case "DATA" -> "503 5.5.1 Recipients first";
            case "RSET" -> reset("250 2.0.0 OK");
            case "NOOP", "HELP" -> "250 2.0.0 OK";
            case "VRFY" -> "252 2.5.2 Send it and see";
            case "QUIT" -> "221 2.0.0 Bye";
            default -> "500 5.5.2 Unknown command";
        };
    }

    private String greet(String answer) {
        greeted = true;
        return reset(answer);
    }

    private String reset(String answer) {
        sender = null;
        utf8 = false;
        recipients.clear();
        return answer;
    }

    private String mail(String argument) {
        if (!greeted || sender != null) {
            return "503 5.5.1 Not now";
        }
        return SmtpPath.parse(argument, "FROM:").map(this::mail).orElse("501 5.1.7 MAIL FROM:<address>");
    }

    private String mail(SmtpPath path) {
        boolean asked = false;
        for (var parameter : path.parameters().toUpperCase(Locale.ROOT).split("\\s+")) {
            boolean isUtf8 = parameter.equals("SMTPUTF8") && rules.offersSmtpUtf8();
            asked |= isUtf8;
            if (!isUtf8 && !parameter.isEmpty() && !BODIES.contains(parameter)) {
                return "555 5.5.4 Unknown parameter";
            }
        }
        if (!asked && !isAscii(path.address())) {
            return ONLY_WITH_SMTPUTF8;
        }
        sender = path.address();
        utf8 = asked;
        return "250 2.1.0 OK";
    }

    private String recipient(String argument) {
        if (sender == null) {
            return "503 5.5.1 Sender first";
        }
        return SmtpPath.parse(argument, "TO:")
                .filter(path -> path.isMailbox() && path.parameters().isEmpty())
                .map(path -> recipient(path.address(), recipients.size() < MOST_RECIPIENTS))
                .orElse("501 5.1.3 RCPT TO:<address>");
    }

    private String recipient(String address, boolean room) {
        if (!utf8 && !isAscii(address)) {
            return ONLY_WITH_SMTPUTF8;
        }
        if (!rules.knows(address)) {
            return "550 5.1.1 No such mailbox";
        }
        if (!room) {
            return "452 4.5.3 Too many recipients";
        }
        recipients.add(address);
        return "250 2.1.5 OK";
    }

    private String data(SmtpLines lines, OutputStream to) throws IOException {
        reply(to, "354 End with a line that is a dot");
        var message = lines.message();
        if (message == null) {
            return null;
        }
        var mail = new Envelope(sender, List.copyOf(recipients), message);
        boolean refused = !utf8 && !isAscii(header(message));
        reset("");
        return refused ? "554 5.6.9 Headers beyond ASCII only with SMTPUTF8" : post.take(mail);
    }

    private static String header(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2)[0];
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static void reply(OutputStream to, String answer) throws IOException {
        to.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        to.flush();
    }
}
