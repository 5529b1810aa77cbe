package io.redress.conversation.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The sender of mails whose addresses have letters beyond ASCII before the {@code @} (RFC 6531). It speaks only to
 * servers that offer to take them: to any other it would have to send other letters, which is to say to somebody else.
 */
class SmtpUtf8Sender extends JavaMailSenderImpl {

    /** The server that was reached takes no such addresses. */
    static class NotOffered extends MessagingException {

        NotOffered() {
            super("The mail server does not offer SMTPUTF8");
        }
    }

    /** @param ordinary whose server, login and time-outs are used */
    SmtpUtf8Sender(JavaMailSenderImpl ordinary) {
        setProtocol(ordinary.getProtocol());
        setHost(ordinary.getHost());
        setPort(ordinary.getPort());
        setUsername(ordinary.getUsername());
        setPassword(ordinary.getPassword());
        setDefaultEncoding(ordinary.getDefaultEncoding());
        Properties properties = new Properties();
        properties.putAll(ordinary.getSession().getProperties());
        properties.setProperty("mail.mime.allowutf8", "true");
        setSession(Session.getInstance(properties));
    }

    /** A server announces what it offers anew on each connection. */
    @Override
    protected Transport connectTransport() throws MessagingException {
        Transport transport = super.connectTransport();
        if (transport instanceof SMTPTransport smtp && smtp.supportsExtension("SMTPUTF8")) {
            return transport;
        }
        transport.close();
        throw new NotOffered();
    }
}
