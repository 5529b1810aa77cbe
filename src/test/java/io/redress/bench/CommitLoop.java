package io.redress.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How many small transactions the disk and the server take a second: the ground that all sides stand on. */
final class CommitLoop {

    private static final Duration LENGTH = Duration.ofSeconds(3);

    private final String url;

    CommitLoop(String url) {
        this.url = url;
    }

    /** Transactions a second of so many connections, each of which adds to a row of its own. */
    long perSecond(int connections) {
        var threads = Executors.newFixedThreadPool(connections);
        try (var first = DriverManager.getConnection(url);
                var prepare = first.createStatement()) {
            prepare.execute("create table commit_loop (id integer primary key, total bigint not null)");
            prepare.execute("insert into commit_loop select n, 0 from generate_series(1, " + connections + ") n");
            var running = IntStream.rangeClosed(1, connections)
                    .mapToObj(row -> threads.submit(() -> commits(row)))
                    .toList();
            long commits = 0;
            for (Future<Long> one : running) {
                commits += one.get();
            }
            prepare.execute("drop table commit_loop");
            return commits / LENGTH.toSeconds();
        } catch (SQLException | ExecutionException e) {
            throw new BenchFailure("The database does not take transactions: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private long commits(int row) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var add = connection.prepareStatement("update commit_loop set total = total + 1 where id = ?")) {
            long deadline = System.nanoTime() + LENGTH.toNanos();
            long commits = 0;
            for (; System.nanoTime() < deadline; commits++) {
                add.setInt(1, row);
                add.executeUpdate();
            }
            return commits;
        }
    }
}
