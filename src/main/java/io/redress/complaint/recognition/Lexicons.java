package io.redress.complaint.recognition;

import io.redress.core.database.Locks;
import io.redress.core.input.RefusedInput;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The files of the lexicon, with their versions. What managers stored on the running system takes precedence over what
 * came with the release, on every node within seconds. Versions are only ever added. A stored file that a later release
 * can no longer read is reported, and the newest earlier version that can be read is in force.
 */
@Component
public class Lexicons {

    private static final Logger LOG = LoggerFactory.getLogger(Lexicons.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final int MOST_FILES = 200;

    private final JdbcClient jdbc;
    private final Locks locks;
    private final Clock clock;
    private final long interval;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile Known known;

    @Autowired
    Lexicons(JdbcClient jdbc, Locks locks, Clock clock) {
        this(jdbc, locks, clock, LOOK_AGAIN);
    }

    /** @param lookAgain how old, by the machine's clock, what a node knows may get */
    Lexicons(JdbcClient jdbc, Locks locks, Clock clock, Duration lookAgain) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.clock = clock;
        this.interval = lookAgain.toNanos();
    }

    /**
     * A file as it is in force.
     *
     * @param version 0 as it came with the release, else counted from 1 by file
     * @param phrases how many it holds
     * @param changedBy {@code null} where it came with the release
     * @param shippedChanged whether the release that runs brought another text than the one that managers started from
     */
    public record FileVersion(
            String name,
            String text,
            int version,
            int phrases,
            String changedBy,
            Instant changedAt,
            boolean shippedChanged) {}

    /**
     * What storing a file did.
     *
     * @param removed the phrases that were in force before and are not any more
     */
    public record Stored(FileVersion file, List<String> removed) {}

    private record Row(
            long id, String name, int version, String text, String shippedText, String changedBy, Instant changedAt) {}

    private record Known(
            long rows, SortedMap<String, FileVersion> files, Map<String, LexiconFile> read, Lexicon lexicon) {}

    /** Every file as it is in force, by name. */
    public List<FileVersion> files() {
        look();
        return List.copyOf(known.files().values());
    }

    /** A file as it is in force, or empty where none has that name. */
    public Optional<FileVersion> file(String name) {
        look();
        return Optional.ofNullable(known.files().get(name));
    }

    /** A version of a file, 0 being the one that came with the release; empty where there is none. */
    public Optional<FileVersion> version(String name, int version) {
        if (version == 0) {
            return Optional.ofNullable(ShippedLexicon.files().get(name)).map(file -> shipped(name, file.phrases()));
        }
        return history(name).stream().filter(file -> file.version() == version).findFirst();
    }

    private static FileVersion shipped(String name, int phrases) {
        return new FileVersion(name, ShippedLexicon.texts().get(name), 0, phrases, null, null, false);
    }

    /** Every version that managers stored of a file, newest first. */
    public List<FileVersion> history(String name) {
        List<FileVersion> versions = new ArrayList<>();
        for (Row row : rows()) {
            if (row.name().equals(name)) {
                versions.add(0, version(row, phrases(row)));
            }
        }
        return versions;
    }

    /**
     * Puts a file in force, in place of the one of that name.
     *
     * @param expected the version that was changed; {@code null} overwrites any
     * @throws RefusedInput naming each line that is wrong, or that somebody else was faster; nothing is stored, and
     *     what was in force stays so
     */
    @Transactional
    public Stored put(String name, String text, Integer expected, String changedBy) {
        LexiconFile file = LexiconFile.read(name, text);
        locks.hold("lexicon");
        look();
        FileVersion before = known.files().get(name);
        if (expected != null && (before == null || before.version() != expected)) {
            throw new RefusedInput(
                    "If-Match",
                    before == null
                            ? "There is no file of this name yet."
                            : "%s stored version %d meanwhile; read it first."
                                    .formatted(before.changedBy(), before.version()));
        }
        if (before == null && known.files().size() >= MOST_FILES) {
            throw new RefusedInput("name", "There are %d files already.".formatted(MOST_FILES));
        }
        List<String> removed =
                before == null ? List.of() : file.without(known.read().get(name));
        Row row = new Row(
                0,
                name,
                lastVersion(name) + 1,
                text,
                ShippedLexicon.texts().getOrDefault(name, ""),
                changedBy,
                clock.instant());
        jdbc.sql("""
                        insert into redress.lexicon_file (name, version, text, shipped_text, changed_by, changed_at)
                        values (:name, :version, :text, :shipped, :by, :at)""")
                .param("name", name)
                .param("version", row.version())
                .param("text", text)
                .param("shipped", row.shippedText())
                .param("by", changedBy)
                .param("at", Timestamp.from(row.changedAt()))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                nextLook.set(System.nanoTime());
            }
        });
        return new Stored(version(row, file.phrases()), removed);
    }

    private int lastVersion(String name) {
        return jdbc.sql("select coalesce(max(version), 0) from redress.lexicon_file where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    /** The whole lexicon, at most {@code lookAgain} old. */
    Lexicon inForce() {
        long due = nextLook.get();
        long now = System.nanoTime();
        if (known == null || now - due >= 0 && nextLook.compareAndSet(due, now + interval)) {
            look();
        }
        return known.lexicon();
    }

    private synchronized void look() {
        long rows = jdbc.sql("select count(*) from redress.lexicon_file")
                .query(Long.class)
                .single();
        if (known == null || known.rows() != rows) {
            known = read(rows);
        }
    }

    private Known read(long count) {
        SortedMap<String, FileVersion> files = new TreeMap<>();
        Map<String, LexiconFile> read = new HashMap<>();
        ShippedLexicon.files().forEach((name, file) -> {
            read.put(name, file);
            files.put(name, shipped(name, file.phrases()));
        });
        List<Row> rows = rows();
        if (rows.isEmpty()) {
            return new Known(count, files, read, ShippedLexicon.lexicon());
        }
        for (Row row : rows) {
            try {
                LexiconFile file = LexiconFile.read(row.name(), row.text());
                read.put(row.name(), file);
                files.put(row.name(), version(row, file.phrases()));
            } catch (RefusedInput unreadable) {
                LOG.error(
                        "Lexicon file {} as {} stored it at {} cannot be read any more, and what was in force before it is"
                                + " again: {}",
                        row.name(),
                        row.changedBy(),
                        row.changedAt(),
                        unreadable.getMessage());
            }
        }
        return new Known(count, files, read, new Lexicon(read.values()));
    }

    private static int phrases(Row row) {
        try {
            return LexiconFile.read(row.name(), row.text()).phrases();
        } catch (RefusedInput unreadable) {
            return 0;
        }
    }

    private static FileVersion version(Row row, int phrases) {
        String shippedNow = ShippedLexicon.texts().getOrDefault(row.name(), "");
        return new FileVersion(
                row.name(),
                row.text(),
                row.version(),
                phrases,
                row.changedBy(),
                row.changedAt(),
                !shippedNow.equals(row.shippedText()));
    }

    /** Oldest first. */
    private List<Row> rows() {
        return jdbc.sql("select * from redress.lexicon_file order by id")
                .query((row, index) -> new Row(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getInt("version"),
                        row.getString("text"),
                        row.getString("shipped_text"),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }
}
