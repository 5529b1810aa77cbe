package io.redress.conversation.mail;

import io.redress.complaint.customer.EmailAddress;
import io.redress.core.startup.InvalidSetting;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * The mailer: hands mails over to the mail server. The same mail has the same {@code Message-ID} at every attempt. An
 * address is used as it stands or not at all: its domain travels in ASCII, and what stands before the {@code @} is
 * never changed.
 */
@Component
public class Mailer {

    private static final String NOT_WRITABLE = "The mail address cannot be written to";

    // Left alone, the mail library looks through the whole class path for it, a dozen times for each mail.
    static {
        System.getProperties().putIfAbsent(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final JavaMailSenderImpl sender;
    private final JavaMailSenderImpl utf8Sender;
    private final InternetAddress from;
    private final Duration deadline;
    private final ExecutorService threads = Executors.newCachedThreadPool(Mailer::thread);

    Mailer(ObjectProvider<JavaMailSenderImpl> sender, CorrespondenceProperties properties) {
        this.sender = sender.getIfAvailable();
        if (this.sender == null) {
            throw new InvalidSetting("no mail server is configured", "set SPRING_MAIL_HOST");
        }
        this.utf8Sender = new SmtpUtf8Sender(this.sender);
        this.from = sender(properties.mail().from());
        this.deadline = properties.mail().deadline();
    }

    private static InternetAddress sender(String from) {
        try {
            InternetAddress read = new InternetAddress(from, false);
            return EmailAddress.parse(read.getAddress())
                    .filter(address -> !address.needsSmtpUtf8())
                    .map(address -> address(address, read.getPersonal()))
                    .orElseThrow(() -> new AddressException("No mail server takes it as a sender", from));
        } catch (AddressException malformed) {
            throw new InvalidSetting(
                    "the sender of mails is no mail address: " + from,
                    "set REDRESS_MAIL_FROM to something like: Redress <service@example.com>");
        }
    }

    private static InternetAddress address(EmailAddress address, String name) {
        try {
            return new InternetAddress(address.forWire(), name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /**
     * Sends a mail; when this returns, the mail server has taken it.
     *
     * @throws MailUnavailable where it is to be tried again
     * @throws AddressRefused where it never will be taken
     */
    public void send(Mail mail) {
        EmailAddress recipient =
                EmailAddress.parse(mail.recipient()).orElseThrow(() -> new AddressRefused(NOT_WRITABLE));
        JavaMailSenderImpl through = recipient.needsSmtpUtf8() ? utf8Sender : sender;
        MimeMessage composed = compose(mail, recipient, through);
        Future<?> sending = threads.submit(() -> through.send(composed));
        try {
            sending.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            sending.cancel(true);
            throw new MailUnavailable("The mail server took longer than " + deadline, tooSlow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MailUnavailable("Stopped while sending", stopped);
        } catch (ExecutionException failure) {
            throw explain(failure.getCause());
        }
    }

    /** No header holds anything that a user wrote but the address, which has been checked to be one. */
    private MimeMessage compose(Mail mail, EmailAddress recipient, JavaMailSenderImpl through) {
        MimeMessage composed = through.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(composed, true, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(address(recipient, null));
            helper.setSubject(mail.subject().replaceAll("[\\r\\n]+", " "));
            helper.setText(mail.text(), mail.html());
            helper.setSentDate(Date.from(mail.writtenAt()));
            composed.setHeader("Message-ID", "<%s@%s>".formatted(mail.id(), domain()));
            if (mail.about() != null) {
                composed.setHeader("References", "<%s@%s>".formatted(mail.about(), domain()));
            }
            if (mail.automatic()) {
                composed.setHeader("Auto-Submitted", "auto-generated");
                composed.setHeader("X-Auto-Response-Suppress", "All");
            }
            return composed;
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String domain() {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }

    private static RuntimeException explain(Throwable failure) {
        if (failure instanceof MailSendException refusal && refusal.getMessageExceptions().length > 0) {
            Exception why = refusal.getMessageExceptions()[0];
            // What the server said may name the customer, so it is not passed on to where it would be logged.
            if (why instanceof SmtpUtf8Sender.NotOffered) {
                return new AddressRefused(NOT_WRITABLE);
            }
            if (why instanceof SendFailedException refused) {
                return isForGood(refused)
                        ? new AddressRefused("The mail server knows no such address")
                        : new MailUnavailable("The mail server put the mail off", null);
            }
        }
        return failure instanceof MailException
                ? new MailUnavailable("The mail server does not take mail", failure)
                : new IllegalStateException(failure);
    }

    /** Whether the recipient was refused, rather than the sender or the moment. */
    private static boolean isForGood(SendFailedException refused) {
        boolean atOnce = refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
        boolean onceTheSenderWasTaken = refused instanceof SMTPSendFailedException answer
                && answer.getReturnCode() >= 500
                && !answer.getCommand().startsWith("MAIL");
        return atOnce || onceTheSenderWasTaken;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "mail");
        thread.setDaemon(true);
        return thread;
    }
}
