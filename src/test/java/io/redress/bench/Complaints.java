package io.redress.bench;

import static org.awaitility.Awaitility.await;

import io.redress.answer.Registered;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestClient;

/** A client that files complaints which need a person, through the public door. */
final class Complaints {

    private final RestClient client;
    private final JdbcTemplate database;
    private final Queue<String> filed = new ConcurrentLinkedQueue<>();

    Complaints(SandboxDriver world, JdbcTemplate database) {
        this.client = world.as("system");
        this.database = database;
    }

    /** Files one and waits until it lies on a handler's desk. */
    String fileAndAwaitTask() {
        String caseNumber = file();
        await().atMost(1, TimeUnit.MINUTES).until(() -> isOnADesk(caseNumber));
        return caseNumber;
    }

    /** Whether a task of the case waits for somebody. */
    boolean isOnADesk(String caseNumber) {
        return database.queryForObject("""
                select count(*) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                 where e.business_key_ = ?""", Integer.class, caseNumber) > 0;
    }

    /** Files one at each interval until it is closed. */
    Stream every(Duration interval) {
        filed.clear();
        return new Stream(interval);
    }

    /** From receipt to the mail that acknowledges, of those of the last stream; waits until each has one. */
    String acknowledgedInWords() {
        List<String> cases = List.copyOf(filed);
        String question = """
                select extract(epoch from m.done_at - c.created_at) * 1000
                  from redress.complaint c join redress.message m on m.case_number = c.case_number
                 where c.case_number = any(?) and m.kind = 'ACKNOWLEDGEMENT' and m.status = 'SENT'""";
        Object numbers = cases.toArray(String[]::new);
        List<Number> found = await().atMost(5, TimeUnit.MINUTES)
                .until(
                        () -> database.queryForList(question, Number.class, numbers),
                        sent -> sent.size() == cases.size());
        return Figures.inWords(found.stream().mapToLong(Number::longValue).toArray(), 0.95);
    }

    private String file() {
        return file(client, "bench-" + System.nanoTime() + "@example.org");
    }

    /** Files one that needs a person, of whoever has this address. */
    static String file(RestClient client, String address) {
        return post(
                        client,
                        Map.of(
                                "channel",
                                "web",
                                "claim",
                                "service",
                                "description",
                                "Nobody answers the phone.",
                                "customer",
                                Map.of("email", address)))
                .caseNumber();
    }

    /** Files a parcel of this order as lost. */
    static Registered fileLost(RestClient client, SandboxOrder order) {
        return post(
                client,
                Map.of(
                        "channel",
                        "web",
                        "claim",
                        "not_received",
                        "description",
                        "It never came.",
                        "order",
                        Map.of("number", order.number()),
                        "customer",
                        Map.of("email", order.customer().email())));
    }

    private static Registered post(RestClient client, Map<String, Object> complaint) {
        return client.post()
                .uri("/api/complaints")
                .contentType(MediaType.APPLICATION_JSON)
                .body(complaint)
                .retrieve()
                .body(Registered.class);
    }

    /** Complaints at a steady rate, each sent when it is its turn, however long the one before takes. */
    final class Stream implements AutoCloseable {

        private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(8);
        private final Queue<Long> millis = new ConcurrentLinkedQueue<>();

        private Stream(Duration interval) {
            clients.scheduleAtFixedRate(() -> clients.execute(this::send), 0, interval.toNanos(), TimeUnit.NANOSECONDS);
        }

        private void send() {
            long began = System.nanoTime();
            String caseNumber = file();
            millis.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
            filed.add(caseNumber);
        }

        String acceptedInWords() {
            long[] measured = millis.stream().mapToLong(Long::longValue).toArray();
            return measured.length + ": " + Figures.inWords(measured, 0.95);
        }

        @Override
        public void close() {
            clients.shutdown();
            try {
                clients.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
