package io.redress.complaint.tracking;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The addresses of customers' own pages: case number, expiry, the generation of the case's links, and a keyed hash of
 * these. No link is stored, so the same case has the same address until its links are revoked, and nobody can make one
 * up without the secret.
 */
@Component
public class TrackingLinks {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final TrackingProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    TrackingLinks(TrackingProperties properties, JdbcClient jdbc, Clock clock) {
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The full address of the page of this case. */
    public String url(Complaint complaint) {
        return properties.baseUrl() + "/case/" + token(complaint);
    }

    /** The part of the address that stands for the case. */
    String token(Complaint complaint) {
        Instant expiry = complaint.createdAt().plus(properties.tracking().validFor());
        // The first generation is not named: links that were given out before there were generations are of it.
        String generation = complaint.linkGeneration() == 0 ? "" : "." + complaint.linkGeneration();
        String payload = complaint.number() + "." + expiry.getEpochSecond() + generation;
        return ENCODER.encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + "." + sign(payload);
    }

    /** The case that a token stands for; empty where it was made up or altered, has expired or was ended. */
    public Optional<CaseNumber> resolve(String token) {
        return read(token).filter(this::isOpen).map(link -> new CaseNumber(link.caseNumber()));
    }

    /** Whether the page behind this link of the case may show the order to whoever is certain to be its customer. */
    public boolean isTrusted(Complaint complaint, String token) {
        return read(token)
                .filter(link -> link.generation() >= complaint.linksTrustedFrom())
                .isPresent();
    }

    private record Link(String caseNumber, int generation) {}

    private Optional<Link> read(String token) {
        try {
            String[] parts = token.split("\\.", 2);
            String payload = new String(DECODER.decode(parts[0]), StandardCharsets.UTF_8);
            String[] fields = payload.split("\\.", 3);
            boolean genuine = MessageDigest.isEqual(
                    sign(payload).getBytes(StandardCharsets.US_ASCII), parts[1].getBytes(StandardCharsets.US_ASCII));
            boolean current = genuine && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(fields[1])));
            int generation = fields.length < 3 ? 0 : Integer.parseInt(fields[2]);
            return current ? Optional.of(new Link(fields[0], generation)) : Optional.empty();
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            return Optional.empty();
        }
    }

    private boolean isOpen(Link link) {
        return jdbc.sql("select links_open_from from redress.complaint where case_number = :case")
                .param("case", link.caseNumber())
                .query(Integer.class)
                .optional()
                .filter(openFrom -> link.generation() >= openFrom)
                .isPresent();
    }

    private String sign(String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] secret = properties.tracking().secret().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return ENCODER.encodeToString(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How long a link opens the page, for mails that say so. */
    public Duration validFor() {
        return properties.tracking().validFor();
    }
}
