package io.redress.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A bare sample to compare with: a Maven project of its own below {@code src/bench}, built when it has changed. */
final class Sample {

    private static final Duration BUILD = Duration.ofMinutes(10);

    private final String name;
    private final int port = Child.freePort();

    Sample(String name) {
        this.name = name;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What the java command is told. */
    List<String> program(String databaseUrl, URI stub) {
        return List.of(
                "-jar",
                jar().toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--spring.datasource.url=" + databaseUrl,
                "--bench.stub=" + stub);
    }

    /** The ten variables that a case starts with, as many as the diagram would be given of a complaint. */
    static Map<String, Object> variables(String caseNumber) {
        var variables = new LinkedHashMap<String, Object>();
        variables.put("caseNumber", caseNumber);
        variables.put("channel", "web");
        variables.put("claim", "not_received");
        variables.put("customerName", "Lena Vogt");
        variables.put("customerEmail", caseNumber + "@customers.example");
        variables.put("locale", "en");
        variables.put("orderNumber", "R-" + caseNumber);
        variables.put("paymentReference", "pi_" + caseNumber);
        variables.put("amount", 109.70);
        variables.put("vouched", true);
        return variables;
    }

    static String caseNumber(int number) {
        return "C-%06d".formatted(number);
    }

    private Path jar() {
        Path jar = Path.of("target", "bench", name, name + ".jar").toAbsolutePath();
        Path sources = Path.of("src", "bench", name);
        if (!Files.exists(jar) || changed(jar).compareTo(newest(sources)) < 0) {
            build(sources.resolve("pom.xml"));
        }
        return jar;
    }

    private void build(Path pom) {
        System.out.println("bench: building " + pom);
        Path log = Path.of("target", "bench", name + "-build.log");
        try {
            var builder = new ProcessBuilder("./mvnw", "-B", "-f", pom.toString(), "clean", "package")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            // Those of the build that runs this benchmark name another project.
            builder.environment().keySet().removeAll(List.of("MAVEN_PROJECTBASEDIR", "MAVEN_CMD_LINE_ARGS"));
            Process build = builder.start();
            if (!build.waitFor(BUILD.toSeconds(), TimeUnit.SECONDS) || build.exitValue() != 0) {
                build.descendants().forEach(ProcessHandle::destroy);
                throw new BenchFailure("The sample %s could not be built; see %s. Without it: -Dbench.sides=redress"
                        .formatted(name, log));
            }
        } catch (IOException e) {
            throw new BenchFailure("The sample " + name + " is built by ./mvnw, which did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted", e);
        }
    }

    private static FileTime newest(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(Sample::changed)
                    .max(FileTime::compareTo)
                    .orElseThrow();
        } catch (IOException e) {
            throw new BenchFailure("The sample's sources are not in " + folder, e);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new BenchFailure(file + " cannot be read", e);
        }
    }
}
