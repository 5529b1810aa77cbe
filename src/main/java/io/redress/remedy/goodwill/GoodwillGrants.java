package io.redress.remedy.goodwill;

import io.redress.remedy.ledger.Remedy;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contents of each goodwill remedy: a credit, a code or something else. */
@Component
public class GoodwillGrants {

    /** Nothing that is easily taken for something else when it is read aloud or typed. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    GoodwillGrants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one goodwill remedy consists of.
     *
     * @param code what the customer types, {@code null} where there is none
     * @param expiresAt until when the code is good, {@code null} for ever
     * @param months by how much the guarantee is longer, {@code null} where it is not
     */
    public record Grant(GoodwillType type, String code, Instant expiresAt, Integer months) {

        static Grant credit() {
            return new Grant(GoodwillType.CREDIT, null, null, null);
        }
    }

    /** What this remedy consists of; a credit where nothing else was written down. */
    public Grant of(Remedy remedy) {
        return find(remedy.id()).orElseGet(Grant::credit);
    }

    /** A code that nobody can guess. */
    static String newCode() {
        return RANDOM.ints(12, 0, LETTERS.length())
                .mapToObj(letter -> String.valueOf(LETTERS.charAt(letter)))
                .collect(Collectors.joining("", "SORRY-", ""));
    }

    private Optional<Grant> find(UUID remedy) {
        return jdbc.sql("select type, code, expires_at, months from redress.goodwill where remedy_id = :id")
                .param("id", remedy)
                .query((row, index) -> {
                    Timestamp expires = row.getTimestamp("expires_at");
                    return new Grant(
                            GoodwillType.valueOf(row.getString("type")),
                            row.getString("code"),
                            expires == null ? null : expires.toInstant(),
                            row.getObject("months", Integer.class));
                })
                .optional();
    }

    void write(UUID remedy, Grant grant) {
        jdbc.sql("""
                        insert into redress.goodwill (remedy_id, type, code, expires_at, months)
                        values (:id, :type, :code, :expiresAt, :months)""")
                .param("id", remedy)
                .param("type", grant.type().name())
                .param("code", grant.code())
                .param("expiresAt", grant.expiresAt() == null ? null : Timestamp.from(grant.expiresAt()))
                .param("months", grant.months())
                .update();
    }
}
