package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.http.Faults;
import io.redress.sandbox.smtp.MailServer;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox's mail server, seen by Jakarta Mail, and by a client that writes what no library would. */
class SmtpSandboxTest {

    @TempDir
    Path folder;

    MailServer server;

    @BeforeEach
    void open() {
        server = MailServer.start(folder, Clock.systemUTC(), new Faults());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grace@example.com",
                "Grace+Tag@Example.COM",
                "grace@xn--bcher-kva.example",
                "\"grace hopper\"@example.com",
                "\"a>b\"@example.com",
                "grüße@example.com",
                "用户@例え.jp",
                "пользователь@xn--e1afmkfd.example",
                "ﷺ\u0301@example.com",
                "\uD83D\uDE00@example.com"
            })
    void anAddressArrivesAsItWasSent(String address) throws Exception {
        send(address, true);

        assertThat(server.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.path("to").asText()).isEqualTo(address);
            assertThat(mail.path("subject").asText()).isEqualTo("Grüße 你好");
            assertThat(mail.path("text").asText()).isEqualToIgnoringNewLines("Text\n.with a dot");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"grüße@example.com", "用户@例え.jp", "grace@bücher.example"})
    void withoutSmtpUtf8AnAddressBeyondAsciiIsRefused(String address) {
        server.rules().offerSmtpUtf8(false);

        var failure = catchThrowableOfType(SendFailedException.class, () -> send(address, true));

        assertThat(failure.getInvalidAddresses()).hasSize(1);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void itOffersSmtpUtf8OrDoesNot() throws Exception {
        try (var transport = connected(false)) {
            assertThat(transport.supportsExtension("SMTPUTF8")).isTrue();
        }
        server.rules().offerSmtpUtf8(false);
        try (var transport = connected(false)) {
            assertThat(transport.supportsExtension("SMTPUTF8")).isFalse();
            assertThat(transport.supportsExtension("8BITMIME")).isTrue();
        }
        send("grace@example.com", false);
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void anAddressThatBouncesIsRefusedAndOthersAreNot() throws Exception {
        server.rules().bounce(List.of("gone@example.com", "weg@bücher.example"));

        for (var gone : List.of("gone@example.com", "Gone@Example.com", "weg@bücher.example")) {
            var failure = catchThrowableOfType(SendFailedException.class, () -> send(gone, true));
            assertThat(failure.getInvalidAddresses()).as(gone).hasSize(1);
        }
        send("here@example.com", true);
        server.rules().bounce(List.of());
        send("gone@example.com", true);
        assertThat(server.mails())
                .extracting(mail -> mail.path("to").asText())
                .containsExactly("here@example.com", "gone@example.com");
    }

    @Test
    void headersAreShownByNameAsTheyWereSent() throws Exception {
        var message = message("grace@example.com", true);
        message.addHeader("X-Twice", "one");
        message.addHeader("X-Twice", "two");
        message.addHeader("References", "<a@example.com>\r\n <b@example.com>");
        try (var transport = connected(true)) {
            transport.sendMessage(message, message.getAllRecipients());
        }

        JsonNode headers = server.mails().get(0).path("headers");

        assertThat(headers.path("X-Twice")).extracting(JsonNode::asText).containsExactly("one", "two");
        assertThat(headers.at("/References/0").asText()).isEqualTo("<a@example.com> <b@example.com>");
        assertThat(headers.at("/To/0").asText()).isEqualTo("grace@example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "501 | EHLO a | MAIL FROM:<a@b.example> | RCPT TO:nobody",
                "501 | EHLO a | MAIL FROM:<a@b.example> | RCPT TO:<nobody>",
                "501 | EHLO a | MAIL FROM:<a@b.example> | RCPT TO:<no body@b.example>",
                "555 | EHLO a | MAIL FROM:<a@b.example> FAST | NOOP",
                "553 | EHLO a | MAIL FROM:<ä@b.example> | NOOP",
                "553 | EHLO a | MAIL FROM:<> | RCPT TO:<ä@b.example>",
                "503 | EHLO a | RSET | DATA",
                "503 | EHLO a | RSET | RCPT TO:<a@b.example>",
                "503 | NOOP | RSET | MAIL FROM:<a@b.example>",
                "500 | NOOP | RSET | STARTTLS",
                "250 | EHLO a | MAIL FROM:<> | RCPT TO:<a@b.example>",
                "250 | EHLO a | mail from:<> smtputf8 body=8bitmime | rcpt to: <ä@b.example>"
            })
    void whatIsNotAsItShouldBeIsRefused(String code, String first, String second, String third) throws Exception {
        try (var client = new Socket("127.0.0.1", server.port())) {
            client.getOutputStream()
                    .write((first + "\r\n" + second + "\r\n" + third + "\r\nQUIT\r\n")
                            .getBytes(StandardCharsets.UTF_8));

            var answers = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers.lines()).anyMatch(line -> line.startsWith(code) && !line.contains("mail.sandbox"));
        }
    }

    @Test
    void anEndlessAddressIsRefusedAndTheNextCommandIsHeard() throws Exception {
        try (var client = new Socket("127.0.0.1", server.port())) {
            var address = "a".repeat(65_536) + "@b.example";
            client.getOutputStream()
                    .write(("EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<" + address + ">\r\nQUIT\r\n")
                            .getBytes(StandardCharsets.UTF_8));

            var answers = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers).contains("500 5.5.2 Line too long").endsWith("221 2.0.0 Bye\r\n");
        }
    }

    @Test
    void headersBeyondAsciiNeedSmtpUtf8() throws Exception {
        try (var client = new Socket("127.0.0.1", server.port())) {
            client.getOutputStream()
                    .write(
                            "EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<a@b.example>\r\nDATA\r\nSubject: Grüße\r\n\r\nText\r\n.\r\nQUIT\r\n"
                                    .getBytes(StandardCharsets.UTF_8));

            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("554 5.6.9");
        }
        assertThat(server.mails()).isEmpty();
    }

    private void send(String address, boolean utf8) throws MessagingException, IOException {
        var message = message(address, utf8);
        try (var transport = connected(utf8)) {
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private SMTPTransport connected(boolean utf8) throws MessagingException {
        var transport = (SMTPTransport) session(utf8).getTransport("smtp");
        transport.connect("127.0.0.1", server.port(), null, null);
        return transport;
    }

    private static MimeMessage message(String address, boolean utf8) throws MessagingException, IOException {
        var message = new MimeMessage(session(utf8));
        message.setFrom(new InternetAddress("care@redress.example"));
        var to = new InternetAddress();
        to.setAddress(address);
        message.setRecipient(RecipientType.TO, to);
        message.setSubject("Grüße 你好", "UTF-8");
        message.setText("Text\n.with a dot", "UTF-8");
        message.saveChanges();
        return message;
    }

    private static Session session(boolean utf8) {
        var properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", String.valueOf(utf8));
        return Session.getInstance(properties);
    }
}
