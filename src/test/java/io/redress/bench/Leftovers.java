package io.redress.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The processes that a run has started, written down so that somebody else can end them where the run itself was killed:
 * a side that is frozen does not notice that it has been left alone.
 */
final class Leftovers {

    private static final String FILE = "children";

    private Leftovers() {}

    static void note(Path folder, ProcessHandle process) throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                process.pid() + " " + began(process) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Ends what was written down in that folder and still runs, apart from the one that asks. */
    static void end(Path folder) {
        for (String line : lines(folder.resolve(FILE))) {
            String[] words = line.split(" ");
            Optional<ProcessHandle> found = ProcessHandle.of(Long.parseLong(words[0]));
            // Numbers of processes are used again.
            found.filter(process -> began(process).toString().equals(words[1]))
                    .filter(process -> process.pid() != ProcessHandle.current().pid())
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static Instant began(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
