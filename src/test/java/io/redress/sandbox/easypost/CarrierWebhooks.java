package io.redress.sandbox.easypost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** EasyPost's webhooks: an event about a tracker, signed with HMAC-SHA256 over its bytes. */
public final class CarrierWebhooks {

    private final Parcels parcels;
    private final Trackers trackers;
    private final HttpClient http = HttpClient.newHttpClient();

    public CarrierWebhooks(Parcels parcels) {
        this.parcels = parcels;
        this.trackers = new Trackers(parcels.records(), parcels);
    }

    /** The event that tells what the carrier says of a parcel at this moment. */
    public byte[] event(String trackingCode) {
        var now = parcels.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode tracker = trackers.create(trackingCode, null, null);
        var event = Json.object(
                "id",
                Ids.easypost("evt"),
                "object",
                "Event",
                "mode",
                "test",
                "description",
                "tracker.updated",
                "previous_attributes",
                Json.object("status", "unknown"),
                "pending_urls",
                List.of(),
                "completed_urls",
                List.of(),
                "created_at",
                now,
                "updated_at",
                now,
                "status",
                "pending",
                "result",
                Json.published(tracker));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What stands in {@code X-Hmac-Signature} for these bytes. */
    public static String signature(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "hmac-sha256-hex=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends an event. @return the status of the answer */
    public int deliver(URI url, byte[] body, String signature) {
        try {
            return http.send(
                            HttpRequest.newBuilder(url)
                                    .header("Content-Type", "application/json")
                                    .header("X-Hmac-Signature", signature)
                                    .POST(BodyPublishers.ofByteArray(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
