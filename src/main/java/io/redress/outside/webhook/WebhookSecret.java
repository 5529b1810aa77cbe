package io.redress.outside.webhook;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The form of secrets in Standard Webhooks: {@code whsec_}, then 24 to 64 bytes in base64. */
final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9+/]+={0,2}");
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final int OURS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private WebhookSecret() {}

    static String fresh() {
        byte[] bytes = new byte[OURS];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    static boolean isOne(String secret) {
        if (!FORM.matcher(secret).matches()) {
            return false;
        }
        try {
            int length = key(secret).length;
            return length >= SHORTEST && length <= LONGEST;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }
}
