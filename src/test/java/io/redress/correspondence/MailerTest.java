package io.redress.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.TimelineEntry;
import io.redress.engine.InvalidSetting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What is made of mail servers that do not simply take a mail. */
class MailerTest {

    @Test
    void anUnknownMailboxIsNotTriedAgain() throws Exception {
        try (MailServer server = new MailServer("550 no such mailbox", false)) {
            assertThatThrownBy(() -> mailer(server, Duration.ofSeconds(10)).send(Mail.of(message())))
                    .isInstanceOf(AddressRefused.class);
        }
    }

    @Test
    void aServerThatIsBusyIsTriedAgain() throws Exception {
        try (MailServer server = new MailServer("451 try again later", false)) {
            assertThatThrownBy(() -> mailer(server, Duration.ofSeconds(10)).send(Mail.of(message())))
                    .isInstanceOf(MailUnavailable.class);
        }
    }

    @Test
    void aServerThatNeverEndsIsLeft() throws Exception {
        try (MailServer server = new MailServer("250 ok", true)) {
            assertThatThrownBy(() -> mailer(server, Duration.ofMillis(300)).send(Mail.of(message())))
                    .isInstanceOf(MailUnavailable.class)
                    .hasMessageContaining("took longer");
        }
    }

    @Test
    void withoutAMailServerThereIsNoStart() {
        ObjectProvider<JavaMailSender> none = new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class);

        assertThatThrownBy(() -> new Mailer(none, properties("service@redress.example", Duration.ofSeconds(1))))
                .isInstanceOf(InvalidSetting.class);
    }

    @Test
    void aSenderThatIsNoAddressIsNamed() {
        assertThatThrownBy(
                        () -> new Mailer(provider(new JavaMailSenderImpl()), properties("us", Duration.ofSeconds(1))))
                .isInstanceOf(InvalidSetting.class)
                .satisfies(refusal -> assertThat(refusal).hasMessageContaining("us"));
    }

    private static Mailer mailer(MailServer server, Duration deadline) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        return new Mailer(provider(sender), properties("service@redress.example", deadline));
    }

    @SuppressWarnings("unchecked")
    private static ObjectProvider<JavaMailSender> provider(JavaMailSender sender) {
        ObjectProvider<JavaMailSender> provider = mock(ObjectProvider.class);
        when(provider.getIfAvailable()).thenReturn(sender);
        return provider;
    }

    private static CorrespondenceProperties properties(String from, Duration deadline) {
        return new CorrespondenceProperties(
                "https://redress.example",
                ZoneOffset.UTC,
                new CorrespondenceProperties.Mail(from, deadline),
                new CorrespondenceProperties.Alerts(Duration.ZERO, Duration.ZERO));
    }

    private static Message message() {
        return new Message(
                UUID.randomUUID(),
                new CaseNumber("C-2026-000001"),
                Message.Direction.OUT,
                MessageKind.ACKNOWLEDGEMENT,
                "1",
                "ada@example.org",
                Locale.ENGLISH,
                TimelineEntry.ENGINE,
                "Subject",
                "Words",
                "Words",
                "<p>Words</p>",
                Message.Status.SENDING,
                false,
                null,
                Instant.EPOCH,
                null);
    }

    /** Says the same to every recipient; drips, if it is told to, a greeting that never ends. */
    private static class MailServer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final String answer;
        private final boolean dripping;

        MailServer(String answer, boolean dripping) throws IOException {
            this.answer = answer;
            this.dripping = dripping;
            Thread thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (Socket client = socket.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                say(client, dripping ? "220-" : "220 hello\r\n");
                String line = in.readLine();
                while (line != null) {
                    say(client, line.startsWith("RCPT") ? answer + "\r\n" : "250 ok\r\n");
                    line = in.readLine();
                }
            } catch (IOException closed) {
                // The test is over.
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
