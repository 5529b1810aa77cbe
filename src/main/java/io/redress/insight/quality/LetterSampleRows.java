package io.redress.insight.quality;

import io.redress.conversation.correspondence.SentLetter;
import io.redress.conversation.correspondence.SentLetters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of letter samples. */
@Component
class LetterSampleRows {

    private final JdbcClient jdbc;
    private final SentLetters letters;

    LetterSampleRows(JdbcClient jdbc, SentLetters letters) {
        this.jdbc = jdbc;
        this.letters = letters;
    }

    private record Row(
            UUID id,
            UUID letter,
            String drawnBy,
            Instant drawnAt,
            Integer score,
            String comment,
            String scoredBy,
            Instant scoredAt) {}

    /** @return whether it was drawn now, and not before by anybody */
    boolean insert(UUID id, SentLetter letter, String lead, Instant now) {
        return jdbc.sql("""
                        insert into redress.letter_sample (id, message_id, case_number, handler, drawn_by, drawn_at)
                        values (:id, :letter, :caseNumber, :handler, :lead, :now)
                        on conflict (message_id) do nothing""")
                        .param("id", id)
                        .param("letter", letter.id())
                        .param("caseNumber", letter.caseNumber().value())
                        .param("handler", letter.signedBy())
                        .param("lead", lead)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    void score(UUID id, int score, String comment, String lead, Instant now) {
        jdbc.sql("""
                        update redress.letter_sample
                           set score = :score, comment = :comment, scored_by = :lead, scored_at = :now
                         where id = :id""")
                .param("score", score)
                .param("comment", comment)
                .param("lead", lead)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** Those of these letters that were drawn before. */
    Set<UUID> drawn(Instant from) {
        return new HashSet<>(jdbc.sql("""
                        select s.message_id from redress.letter_sample s
                          join redress.message m on m.id = s.message_id where m.done_at >= :from""")
                .param("from", Timestamp.from(from))
                .query(UUID.class)
                .list());
    }

    Optional<LetterSample> find(UUID id) {
        return withLetters(jdbc.sql("select * from redress.letter_sample where id = :id")
                        .param("id", id)
                        .query(LetterSampleRows::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** @param handler who signed the letters, {@code null} for anybody @param scored {@code null} for both */
    List<LetterSample> newest(String handler, Boolean scored, int most) {
        return withLetters(jdbc.sql("""
                        select * from redress.letter_sample
                         where (:handler::text is null or handler = :handler)
                           and (:scored::boolean is null or (score is not null) = :scored)
                         order by drawn_at desc, id limit :most""")
                .param("handler", handler)
                .param("scored", scored)
                .param("most", most)
                .query(LetterSampleRows::row)
                .list());
    }

    private List<LetterSample> withLetters(Collection<Row> rows) {
        Map<UUID, SentLetter> known = letters.of(rows.stream().map(Row::letter).toList()).stream()
                .collect(Collectors.toMap(SentLetter::id, Function.identity()));
        return rows.stream()
                .map(row -> new LetterSample(
                        row.id(),
                        known.get(row.letter()),
                        row.drawnBy(),
                        row.drawnAt(),
                        row.score(),
                        row.comment(),
                        row.scoredBy(),
                        row.scoredAt()))
                .toList();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        Timestamp scoredAt = row.getTimestamp("scored_at");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("message_id", UUID.class),
                row.getString("drawn_by"),
                row.getTimestamp("drawn_at").toInstant(),
                row.getObject("score", Integer.class),
                row.getString("comment"),
                row.getString("scored_by"),
                scoredAt == null ? null : scoredAt.toInstant());
    }
}
