package io.redress.sandbox.smtp;

import java.util.List;
import java.util.Locale;

/** What the mail server offers, and whom it does not know. Everybody is known at first, and SMTPUTF8 is offered. */
public final class MailRules {

    private volatile boolean smtpUtf8 = true;
    private volatile List<String> bounced = List.of();

    /** Whether addresses beyond ASCII are taken, as RFC 6531 has it. */
    public boolean offersSmtpUtf8() {
        return smtpUtf8;
    }

    public void offerSmtpUtf8(boolean offered) {
        smtpUtf8 = offered;
    }

    /** The addresses that are refused, as they were given. */
    public List<String> bounced() {
        return bounced;
    }

    /** From now on mail to these addresses, and to no others, is refused. */
    public void bounce(List<String> addresses) {
        bounced = List.copyOf(addresses);
    }

    boolean knows(String address) {
        return bounced.stream().noneMatch(other -> fold(other).equals(fold(address)));
    }

    private static String fold(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
