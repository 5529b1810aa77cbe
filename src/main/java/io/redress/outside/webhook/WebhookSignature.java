package io.redress.outside.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value of {@code webhook-signature} as Standard Webhooks has it: for each secret {@code v1,} and the HMAC-SHA256 of
 * {@code id.timestamp.body} in base64, with a space between them.
 */
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /** @param seconds since 1970, as in {@code webhook-timestamp} */
    static String of(String id, long seconds, String body, List<String> secrets) {
        byte[] signed = "%s.%d.%s".formatted(id, seconds, body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(hmac(signed, WebhookSecret.key(secret))))
                .collect(Collectors.joining(" "));
    }

    private static byte[] hmac(byte[] signed, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
