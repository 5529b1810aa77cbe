package io.redress.sandbox.state;

import java.security.SecureRandom;
import java.util.UUID;

/** Identifiers in the form each provider gives them. */
public final class Ids {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** Stripe's form: prefix, underscore, 24 letters and digits. */
    public static String stripe(String prefix) {
        var id = new StringBuilder(prefix).append('_');
        RANDOM.ints(24, 0, ALPHABET.length()).forEach(i -> id.append(ALPHABET.charAt(i)));
        return id.toString();
    }

    /** EasyPost's form: prefix, underscore, 32 hexadecimal digits. */
    public static String easypost(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Eleven decimal digits, as they end a tracking code. */
    public static String digits() {
        return "%011d".formatted(RANDOM.nextLong(100_000_000_000L));
    }
}
