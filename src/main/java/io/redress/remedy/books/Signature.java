package io.redress.remedy.books;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature by which the books know that an event is ours and was sent just now:
 * {@code t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">}.
 */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String of(String body, String secret, Instant now) {
        long seconds = now.getEpochSecond();
        return "t=%d,v1=%s".formatted(seconds, hmac(seconds + "." + body, secret));
    }

    private static String hmac(String text, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
