package io.redress.conversation.correspondence;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.conversation.letter.MessageKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters that people signed and customers have, for whoever reviews how they are written. */
@Component
public class SentLetters {

    private final JdbcClient jdbc;

    SentLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Draws letters by chance.
     *
     * @param from the first instant at which one may have reached its customer
     * @param to the instant before which it did
     * @param signedBy the login of who signed them, {@code null} for anybody
     * @param suits which of them may be drawn
     * @param most how many at the most
     */
    @Transactional(readOnly = true)
    public List<SentLetter> draw(Instant from, Instant to, String signedBy, Predicate<SentLetter> suits, int most) {
        try (Stream<SentLetter> letters = jdbc
                .sql("""
                        select * from redress.message
                         where direction = 'OUT' and status in ('SENT', 'TOLD')
                           and done_at >= :from and done_at < :to
                           and signed_by <> :engine and (:signedBy::text is null or signed_by = :signedBy)
                         order by random()""")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("engine", TimelineEntry.ENGINE)
                .param("signedBy", signedBy)
                .query(SentLetters::letter)
                .stream()) {
            return letters.filter(suits).limit(most).toList();
        }
    }

    /** The letters with these ids, in no order. */
    public List<SentLetter> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from redress.message where id in (:ids)")
                        .param("ids", ids)
                        .query(SentLetters::letter)
                        .list();
    }

    private static SentLetter letter(ResultSet row, int index) throws SQLException {
        return new SentLetter(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getString("signed_by"),
                MessageKind.valueOf(row.getString("kind")),
                Locale.forLanguageTag(row.getString("locale")),
                row.getString("subject"),
                row.getString("words"),
                row.getTimestamp("done_at").toInstant());
    }
}
