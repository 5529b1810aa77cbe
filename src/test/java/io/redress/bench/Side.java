package io.redress.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One of those that are compared: an application in a process of its own, with a database of its own. */
abstract class Side implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final Surroundings surroundings;
    private final Watcher watcher;
    private Child process;
    private Room empty;

    Side(String name, Surroundings surroundings) {
        this.name = name;
        this.surroundings = surroundings;
        this.watcher = Watcher.of(surroundings, name);
    }

    /** The name of the side, and of its database. */
    final String name() {
        return name;
    }

    final Surroundings surroundings() {
        return surroundings;
    }

    /** Sees its tables. */
    final Watcher watcher() {
        return watcher;
    }

    final Child process() {
        return process;
    }

    /** Starts it and waits until it takes requests. */
    final void start(String heap) {
        process = Child.startJava(name, surroundings.folder(), heap, program());
        process.await(this::answers, START);
        empty = room();
    }

    /** What the java command is told, apart from the heap. */
    abstract List<String> program();

    /** An address that answers once it is ready. */
    abstract URI ready();

    /** Makes ready what so many cases need outside; they are filed by these requests, each once. */
    abstract List<HttpRequest> filings(int cases);

    /** How many cases have come as far as to wait for their follow-up. */
    abstract long arrived();

    /** Whether nothing waits to be done now, work that was put off included. */
    boolean isAtRest() {
        return !isJobDue(watcher);
    }

    static boolean isJobDue(Watcher watcher) {
        return watcher.holds("""
                select exists (select from act_ru_job
                                where retries_ > 0 and (duedate_ is null or duedate_ <= ?))""", now());
    }

    /** How many jobs have been executed. */
    abstract long jobs();

    /** How many attempts to execute a job have failed. */
    abstract long failures();

    /** Brings the follow-up of every case that waits for it, as if its time had come; answers how many cases are open. */
    abstract long hurry();

    /** How much room its cases have taken since the start, in the smallest form that the database can give them. */
    final Room taken() {
        Room full = room();
        return new Room(full.history - empty.history, full.all - empty.all);
    }

    private Room room() {
        watcher.compact();
        return new Room(watcher.number("""
                        select coalesce(sum(pg_total_relation_size(oid)), 0) from pg_class
                         where relkind = 'r' and (relname ~ '^act_(dmn_)?hi_' or relname = 'act_ge_bytearray')"""), watcher.number("select pg_database_size(current_database())"));
    }

    /**
     * Room on disk, indexes included.
     *
     * @param history of the engine's history
     * @param all of the whole database
     */
    record Room(long history, long all) {}

    static Timestamp now() {
        return Timestamp.from(Instant.now());
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        watcher.close();
    }

    private boolean answers() {
        return answers(ready());
    }

    /** Whether an application that is starting takes requests already. */
    static boolean answers(URI ready) {
        try {
            var request =
                    HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
