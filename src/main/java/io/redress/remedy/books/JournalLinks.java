package io.redress.remedy.books;

import io.redress.remedy.books.BooksEvent.JournalPart;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links of the cases' journals that events for the books rest on. */
@Component
class JournalLinks {

    private final JdbcClient jdbc;

    JournalLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest link of a remedy in its case's journal. */
    JournalPart latest(UUID remedyId) {
        return jdbc.sql("""
                        select position, hash from redress.remedy_transition
                         where remedy_id = :remedy order by position desc limit 1""")
                .param("remedy", remedyId)
                .query((row, index) -> new JournalPart(row.getInt("position"), row.getString("hash")))
                .single();
    }
}
