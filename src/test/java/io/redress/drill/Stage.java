package io.redress.drill;

import io.redress.sandbox.Sandbox;
import io.redress.sandbox.SandboxClock;
import io.redress.sandbox.SandboxSettings;
import io.redress.sandbox.smtp.MailServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** What the drill owns: database, providers, mail, clock, and two nodes that know nothing of each other. */
final class Stage implements AutoCloseable {

    /** How long a job stays with the node that took it; short, so that a frozen node is overtaken soon. */
    static final int LOCK_SECONDS = 20;

    /** How long a node waits for a provider; well below the lock, and above what a busy machine needs. */
    static final int DEADLINE_SECONDS = 5;

    private final Path folder;
    private final SandboxClock clock;
    private final DrillDatabase database;
    private final Repeats repeats = new Repeats();
    private final Saboteur saboteur = new Saboteur(repeats);
    private final Sandbox providers;
    private final MailServer mail;
    private final Door door;
    private final List<Node> nodes;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private Stage(Path folder, boolean newKeyPerAttempt) {
        this.folder = folder;
        quieten();
        clock = new SandboxClock(folder.resolve("clock"));
        database = new DrillDatabase(folder);
        providers = Sandbox.start(folder.resolve("providers"), clock, (provider, request, reply, fault) -> {
            repeats.answering(provider, request, reply, fault);
            saboteur.answering(provider, request, reply, fault);
        });
        mail = MailServer.start(folder.resolve("mail"), clock, providers.faults());
        door = new Door(saboteur);
        nodes = List.of(new Node("a", folder), new Node("b", folder));
        nodes.forEach(node -> write(node.settings(), settings(node, newKeyPerAttempt)));
    }

    /** @param newKeyPerAttempt whether the nodes get the fault by which the drill tests itself */
    static Stage open(Path folder, boolean newKeyPerAttempt) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("class-path"), Node.classPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var stage = new Stage(folder.toAbsolutePath(), newKeyPerAttempt);
        // A drill that somebody stops leaves no database behind.
        Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
        return stage;
    }

    Path folder() {
        return folder;
    }

    SandboxClock clock() {
        return clock;
    }

    DrillDatabase database() {
        return database;
    }

    Sandbox providers() {
        return providers;
    }

    MailServer mail() {
        return mail;
    }

    Saboteur saboteur() {
        return saboteur;
    }

    Repeats repeats() {
        return repeats;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Whether every node that is to be there takes requests. */
    boolean isComplete() {
        return nodes.stream().allMatch(node -> node.isReady() || node.isGone());
    }

    Node node(String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        if (!open.getAndSet(false)) {
            return;
        }
        nodes.forEach(Node::kill);
        door.close();
        mail.close();
        providers.close();
        database.close();
    }

    private Properties settings(Node node, boolean newKeyPerAttempt) {
        var settings = new Properties();
        SandboxSettings.of(database.url(), mail.port(), providers, node.port())
                .forEach((name, value) -> settings.setProperty(name, String.valueOf(value)));
        settings.setProperty("redress.node", node.name());
        for (var provider : List.of("stripe", "easypost", "shop", "mail")) {
            settings.setProperty("redress." + provider + ".deadline", "PT" + DEADLINE_SECONDS + "S");
        }
        settings.setProperty("camunda.bpm.job-execution.lock-time-in-millis", String.valueOf(LOCK_SECONDS * 1000));
        // Nobody reads them here, and they are slow to build.
        settings.setProperty("springdoc.api-docs.enabled", "false");
        settings.setProperty("springdoc.swagger-ui.enabled", "false");
        // Everybody comes from this machine, and what is counted here is what providers got.
        settings.setProperty("redress.limits.enabled", "false");
        // Whoever is left alone is so in real time, which the drill's clock runs ahead of.
        settings.setProperty("redress.outside.pause", "PT1S");
        settings.setProperty("drill.clock", folder.resolve("clock").toString());
        settings.setProperty("drill.door", door.url().toString());
        if (newKeyPerAttempt) {
            settings.setProperty("drill.new-key-per-attempt", "true");
        }
        return settings;
    }

    /** What is done on purpose needs no report. */
    private static void quieten() {
        var logging = LoggingSystem.get(Stage.class.getClassLoader());
        logging.setLogLevel("io.zonky", LogLevel.WARN);
        logging.setLogLevel("com.icegreen.greenmail.smtp.commands.DataCommand", LogLevel.OFF);
    }

    private static void write(Path file, Properties settings) {
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
