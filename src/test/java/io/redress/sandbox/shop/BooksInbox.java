package io.redress.sandbox.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.http.Reply;
import io.redress.sandbox.http.Request;
import io.redress.sandbox.http.Service;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.state.Records;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The shop's books: {@code POST /books} with a signed event. They take each event, and count how often they were told. */
public final class BooksInbox implements Service {

    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d+),v1=([0-9a-f]{64})");
    private static final long TOLERANCE_SECONDS = 300;

    private final String secret;
    private final Records records;
    private final Clock clock;

    /** Keeps what it is told among the records. */
    public BooksInbox(String secret, Records records, Clock clock) {
        this.secret = secret;
        this.records = records;
        this.clock = clock;
    }

    /** Every event as it was told, with {@code _told}, how often. */
    public List<ObjectNode> all() {
        return records.all("book");
    }

    /** The events of a case, oldest first. */
    public List<ObjectNode> of(String caseNumber) {
        return all().stream()
                .filter(event -> event.path("caseNumber").asText().equals(caseNumber))
                .toList();
    }

    @Override
    public Reply answer(Request request, UnaryOperator<Reply> afterEffect) {
        if (!request.method().equals("POST") || !request.path().equals("/books")) {
            return ShopError.reply(404, "Nothing here");
        }
        if (!isSigned(request)) {
            return ShopError.reply(401, "The signature is missing, wrong or old");
        }
        synchronized (records) {
            var event = (ObjectNode) request.json();
            var id = event.path("id").asText();
            int told = records.find("book", id)
                    .map(known -> known.path("_told").asInt())
                    .orElse(0);
            records.put("book", id, event.put("_told", told + 1));
        }
        return afterEffect.apply(Reply.of(200, Json.object()));
    }

    @Override
    public Reply failure(int status, String message) {
        return ShopError.reply(status, message);
    }

    private boolean isSigned(Request request) {
        Matcher signature =
                SIGNATURE.matcher(request.header("Redress-Signature").orElse(""));
        if (!signature.matches()) {
            return false;
        }
        long at = Long.parseLong(signature.group(1));
        byte[] expected = hmac(at + "." + new String(request.body(), StandardCharsets.UTF_8));
        return Math.abs(clock.instant().getEpochSecond() - at) <= TOLERANCE_SECONDS
                && MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature.group(2)));
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
