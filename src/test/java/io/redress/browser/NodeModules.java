package io.redress.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Camunda Modeler's libraries, as {@code src/test/node} names them, installed with npm under {@code target}. Two JVMs of
 * the gate may ask at once: the second one waits.
 */
final class NodeModules {

    static final Path FOLDER = Path.of("target", "modeler").toAbsolutePath();

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final int MINUTES_TO_INSTALL = 5;

    private static Optional<String> missing;

    private NodeModules() {}

    /** What is lacking for tests with these libraries, in words; empty where they are installed. */
    static synchronized Optional<String> missing() throws IOException, InterruptedException {
        if (missing == null) {
            missing = installed();
            missing.ifPresent(System.out::println);
        }
        return missing;
    }

    private static Optional<String> installed() throws IOException, InterruptedException {
        if (!isOnPath("node") || !isOnPath("npm")) {
            return Optional.of("No Node with npm on the PATH: tests with Camunda Modeler's libraries are skipped");
        }
        Files.createDirectories(FOLDER);
        try (var channel = java.nio.channels.FileChannel.open(
                        FOLDER.resolve("lock"),
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.WRITE);
                var held = channel.lock()) {
            boolean same = held.isValid() && isInstalled();
            try (Stream<Path> sources = Files.list(SOURCES)) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    Files.copy(source, FOLDER.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (same) {
                return Optional.empty();
            }
            Ended npm = run(
                    MINUTES_TO_INSTALL,
                    List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"));
            if (npm.status() == 0) {
                Files.writeString(FOLDER.resolve("installed"), "");
                return Optional.empty();
            }
            if (System.getenv("CI") != null) {
                throw new IllegalStateException("npm ci ended with " + npm.status() + ":\n" + npm.output());
            }
            return Optional.of("npm could not install Camunda Modeler's libraries, so tests with them are skipped: "
                    + npm.output().lines().findFirst().orElse(""));
        }
    }

    private static boolean isInstalled() throws IOException {
        Path lock = FOLDER.resolve("package-lock.json");
        return Files.exists(FOLDER.resolve("installed"))
                && Files.exists(lock)
                && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) == -1;
    }

    record Ended(int status, String output) {}

    /** Runs a command in the folder of the libraries, and waits for it. */
    static Ended run(int minutes, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(FOLDER, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }
}
