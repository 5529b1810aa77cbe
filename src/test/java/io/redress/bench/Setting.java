package io.redress.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Under what a run was measured, so that a table that is kept can be compared later.
 *
 * @param knobs its size
 * @param database the version of the database
 * @param commits how many small transactions it takes a second
 */
record Setting(Knobs knobs, String database, long commits) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, commit %s. %s; %d cores, Java %s, PostgreSQL %s with %,d commits a second.",
                DateTimeFormatter.ISO_LOCAL_DATE.format(ZonedDateTime.now(ZoneOffset.UTC)),
                commit(),
                knobs,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                database,
                commits);
    }

    /** What is measured; a plus sign says that there was something that had not been committed. */
    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty=+", "--exclude=*")
                    .redirectErrorStream(true)
                    .start();
            String words = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return git.waitFor() == 0 ? words : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
