package io.redress.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Processor time as Linux counts it in {@code /proc}, user and system together. */
final class Processor {

    private static final Path PROC = Path.of("/proc");

    /** Ticks a second; 100 wherever Linux runs, whatever its kernel's own clock. */
    private static final int TICKS = 100;

    private Processor() {}

    /** Fails where there is nothing to read. */
    static void require() {
        if (!Files.isReadable(PROC.resolve("self/stat"))) {
            throw new BenchFailure("The benchmark reads processor time from /proc, which only Linux has");
        }
    }

    /** What a process has used. */
    static Duration of(long pid) {
        return stat(pid).map(stat -> ticks(stat.own())).orElse(Duration.ZERO);
    }

    /**
     * What a process and its children have used: those that it has seen end, and those that run now.
     *
     * @param apartFrom children that do not count; they must not end meanwhile
     */
    static Duration ofFamily(long parent, Set<Long> apartFrom) {
        Stat ancestor = stat(parent).orElseThrow(() -> new BenchFailure("The database's server has ended"));
        long living = pids().filter(pid -> !apartFrom.contains(pid))
                .mapToObj(Processor::stat)
                .flatMap(Optional::stream)
                .filter(stat -> stat.parent() == parent)
                .mapToLong(Stat::own)
                .sum();
        return ticks(ancestor.own() + ancestor.ofEnded() + living);
    }

    /** What the whole machine has used, all of its cores together. */
    static Duration ofMachine() {
        try (var lines = Files.lines(PROC.resolve("stat"))) {
            String[] fields = lines.findFirst().orElseThrow().trim().split("\\s+");
            // user, nice, system; then idle and waiting, which are no use; then interrupts. Guests are within user.
            return ticks(LongStream.of(1, 2, 3, 6, 7)
                    .map(field -> Long.parseLong(fields[(int) field]))
                    .sum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LongStream pids() {
        try (var folders = Files.list(PROC)) {
            return folders
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .toList()
                    .stream()
                    .mapToLong(Long::parseLong);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Stat> stat(long pid) {
        try {
            String line = Files.readString(PROC.resolve(pid + "/stat"));
            // The name of the program is in brackets, and may contain any character.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Optional.of(new Stat(
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                    Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Duration ticks(long ticks) {
        return Duration.ofMillis(ticks * 1000 / TICKS);
    }

    /** @param ofEnded what its children had used when they ended */
    private record Stat(long parent, long own, long ofEnded) {}
}
