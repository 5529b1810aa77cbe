package io.redress.conversation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.redress.complaint.customer.EmailAddress;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.startup.InvalidSetting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What is made of mail servers that do not simply take a mail. */
class MailerTest {

    @Test
    void anUnknownMailboxIsNotTriedAgain() throws Exception {
        try (SmtpServer server = SmtpServer.thatSaysToRecipients("550 no such mailbox")) {
            assertThatThrownBy(() -> mailer(server, Duration.ofSeconds(10)).send(mailTo("ada@example.org")))
                    .isInstanceOf(AddressRefused.class);
        }
    }

    @Test
    void aServerThatIsBusyIsTriedAgain() throws Exception {
        try (SmtpServer server = SmtpServer.thatSaysToRecipients("451 try again later")) {
            assertThatThrownBy(() -> mailer(server, Duration.ofSeconds(10)).send(mailTo("ada@example.org")))
                    .isInstanceOf(MailUnavailable.class);
        }
    }

    @Test
    void aServerThatNeverEndsIsLeft() throws Exception {
        try (SmtpServer server = SmtpServer.thatDrips()) {
            assertThatThrownBy(() -> mailer(server, Duration.ofMillis(300)).send(mailTo("ada@example.org")))
                    .isInstanceOf(MailUnavailable.class)
                    .hasMessageContaining("took longer");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.org",
        "Ada.Lovelace+Shop@Example.ORG, Ada.Lovelace+Shop@Example.ORG",
        "ada@straße.de, ada@xn--strae-oqa.de",
        "o'neill/x=y@example.org, o'neill/x=y@example.org",
        "ada@例え.jp, ada@xn--r8jz45g.jp",
    })
    void anAddressInAsciiReachesAnyServerAsItStands(String typed, String expected) throws Exception {
        for (boolean offered : new boolean[] {true, false}) {
            try (SmtpServer server = SmtpServer.thatOffersUtf8(offered)) {
                mailer(server, Duration.ofSeconds(10)).send(mailTo(typed));

                assertThat(server.recipients()).containsExactly(expected);
                assertThat(server.said()).contains("\r\nTo: " + expected + "\r\n");
                assertThat(server.said()).doesNotContain("SMTPUTF8");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"maša@example.org", "luka.novač@example.org", "用户@例え.jp", "ελένη+1@example.com", "é@example.com"
            })
    void lettersBeyondAsciiReachOnlyAServerThatTakesThem(String typed) throws Exception {
        String expected = EmailAddress.parse(typed).orElseThrow().forWire();
        try (SmtpServer server = SmtpServer.thatOffersUtf8(true)) {
            mailer(server, Duration.ofSeconds(10)).send(mailTo(typed));

            assertThat(server.recipients()).containsExactly(expected);
            assertThat(server.said()).contains(" SMTPUTF8", "\r\nTo: " + expected + "\r\n");
        }
        try (SmtpServer server = SmtpServer.thatOffersUtf8(false)) {
            assertThatThrownBy(() -> mailer(server, Duration.ofSeconds(10)).send(mailTo(typed)))
                    .isInstanceOf(AddressRefused.class)
                    .hasMessageContaining("cannot be written to");
            assertThat(server.recipients()).isEmpty();
        }
    }

    @Test
    void whatAServerOffersIsAskedOnEachConnection() throws Exception {
        try (SmtpServer server = SmtpServer.thatOffersUtf8(true)) {
            Mailer mailer = mailer(server, Duration.ofSeconds(10));
            mailer.send(mailTo("maša@example.org"));

            server.offerUtf8(false);
            assertThatThrownBy(() -> mailer.send(mailTo("maša@example.org"))).isInstanceOf(AddressRefused.class);
            server.offerUtf8(true);
            mailer.send(mailTo("maša@example.org"));

            assertThat(server.recipients()).containsExactly("maša@example.org", "maša@example.org");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "a@b@example.org", "ada@example.org\r\nBcc: x@example.org", "ada@ex ample.org", ""})
    void whatIsNoAddressIsNeverTriedAgain(String typed) throws Exception {
        try (SmtpServer server = SmtpServer.thatOffersUtf8(true)) {
            assertThatThrownBy(() -> mailer(server, Duration.ofSeconds(10)).send(mailTo(typed)))
                    .isInstanceOf(AddressRefused.class);
            assertThat(server.recipients()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"554 no thank you, AddressRefused", "451 busy, MailUnavailable"})
    void whatIsRefusedAtTheEndIsRefusedForGoodOrForNow(String answer, String expected) throws Exception {
        try (SmtpServer server = SmtpServer.thatSaysToMails(answer)) {
            assertThatThrownBy(() -> mailer(server, Duration.ofSeconds(10)).send(mailTo("ada@example.org")))
                    .satisfies(refusal ->
                            assertThat(refusal.getClass().getSimpleName()).isEqualTo(expected));
        }
    }

    @Test
    void senderMayHaveANameAndADomainBeyondAscii() throws Exception {
        try (SmtpServer server = SmtpServer.thatOffersUtf8(false)) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.port());
            CorrespondenceProperties ours =
                    properties("Müller & Söhne <service@müller.example>", Duration.ofSeconds(10));
            new Mailer(provider(sender), ours).send(mailTo("ada@example.org"));

            assertThat(server.said())
                    .contains("MAIL FROM:<service@xn--mller-kva.example>")
                    .contains("\r\nFrom: =?UTF-8?")
                    .contains("<service@xn--mller-kva.example>\r\n");
        }
    }

    @Test
    void withoutAMailServerThereIsNoStart() {
        ObjectProvider<JavaMailSenderImpl> none =
                new StaticListableBeanFactory().getBeanProvider(JavaMailSenderImpl.class);

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

    static Mailer mailer(SmtpServer server, Duration deadline) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        return new Mailer(provider(sender), properties("service@redress.example", deadline));
    }

    @SuppressWarnings("unchecked")
    private static ObjectProvider<JavaMailSenderImpl> provider(JavaMailSenderImpl sender) {
        ObjectProvider<JavaMailSenderImpl> provider = mock(ObjectProvider.class);
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

    static Mail mailTo(String recipient) {
        return new Mail(
                UUID.randomUUID(),
                new CaseNumber("C-2026-000001"),
                recipient,
                "Subject",
                "Words",
                "<p>Words</p>",
                Instant.EPOCH,
                true);
    }
}
