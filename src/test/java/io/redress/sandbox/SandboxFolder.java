package io.redress.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The one folder that holds everything the sandbox keeps; delete it and all is new. One sandbox at a time. */
record SandboxFolder(Path path, FileChannel lock) implements AutoCloseable {

    /** The folder named by {@code redress.sandbox.dir} or {@code REDRESS_SANDBOX_DIR}, else {@code .sandbox} here. */
    static Path configured() {
        var environment = System.getenv().getOrDefault("REDRESS_SANDBOX_DIR", ".sandbox");
        return Path.of(System.getProperty("redress.sandbox.dir", environment))
                .toAbsolutePath()
                .normalize();
    }

    static SandboxFolder open(Path path) {
        try {
            Files.createDirectories(path);
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new SandboxFailure(
                        "Another sandbox is running in " + path + ". Stop it, or choose another folder with"
                                + " REDRESS_SANDBOX_DIR and another port with SERVER_PORT.",
                        null);
            }
            return new SandboxFolder(path, channel);
        } catch (IOException e) {
            throw new SandboxFailure(
                    "The sandbox's folder " + path + " cannot be written ("
                            + e.getClass().getSimpleName()
                            + "). Make it writable, or choose another with REDRESS_SANDBOX_DIR.",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
