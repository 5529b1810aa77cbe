package io.redress.correspondence;

import io.redress.engine.InvalidSetting;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails over to the mail server. The same mail has the same {@code Message-ID} at every attempt. */
@Component
class Mailer {

    private final JavaMailSender sender;
    private final InternetAddress from;
    private final Duration deadline;
    private final ExecutorService threads = Executors.newCachedThreadPool(Mailer::thread);

    Mailer(ObjectProvider<JavaMailSender> sender, CorrespondenceProperties properties) {
        this.sender = sender.getIfAvailable();
        if (this.sender == null) {
            throw new InvalidSetting("no mail server is configured", "set SPRING_MAIL_HOST");
        }
        this.from = sender(properties.mail().from());
        this.deadline = properties.mail().deadline();
    }

    private static InternetAddress sender(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException malformed) {
            throw new InvalidSetting(
                    "the sender of mails is no mail address: " + from,
                    "set REDRESS_MAIL_FROM to something like: Redress <service@example.com>");
        }
    }

    /**
     * Sends a mail; when this returns, the mail server has taken it.
     *
     * @throws MailUnavailable where it is to be tried again
     * @throws AddressRefused where it never will be taken
     */
    void send(Mail mail) {
        MimeMessage composed = compose(mail);
        Future<?> sending = threads.submit(() -> sender.send(composed));
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

    /** No header holds anything a user wrote but the address, and that must be one. */
    private MimeMessage compose(Mail mail) {
        MimeMessage composed = sender.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(composed, true, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(new InternetAddress(mail.recipient(), true));
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
        } catch (AddressException malformed) {
            throw new AddressRefused("The mail address is malformed");
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
            if (why instanceof SendFailedException refused) {
                boolean noSuchAddress =
                        refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
                return noSuchAddress
                        ? new AddressRefused("The mail server knows no such address")
                        : new MailUnavailable("The mail server put the mail off", null);
            }
        }
        return failure instanceof MailException
                ? new MailUnavailable("The mail server does not take mail", failure)
                : new IllegalStateException(failure);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "mail");
        thread.setDaemon(true);
        return thread;
    }
}
