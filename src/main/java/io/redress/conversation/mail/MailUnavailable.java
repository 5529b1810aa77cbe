package io.redress.conversation.mail;

import io.redress.outside.wire.Unavailable;

/** The failure to hand a mail over just now; it is to be tried again. */
public class MailUnavailable extends Unavailable {

    MailUnavailable(String message, Throwable cause) {
        super(message, true, null, cause);
    }

    @Override
    public String who() {
        return "the mail server";
    }
}
