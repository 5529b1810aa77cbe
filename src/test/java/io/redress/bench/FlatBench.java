package io.redress.bench;

import static org.awaitility.Awaitility.await;

import io.redress.answer.Registered;
import io.redress.answer.engine.EngineCount;
import io.redress.answer.engine.EngineFilter;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/**
 * What a year and a very full day make slower: the same questions to an empty database and to a full one, in one run,
 * {@code ./mvnw -Pbench -Dtest=FlatBench verify}. The full size takes hours and some 100 GB of disk;
 * {@code -Dbench.share=0.1} takes a tenth of both, and {@code -Dbench.open=100000} all the open ones beside it. It prints
 * a table; times are not asserted.
 */
@Tag("bench")
@SandboxTest
class FlatBench {

    private static final double SHARE = Double.parseDouble(System.getProperty("bench.share", "1"));
    private static final int FINISHED = (int) (200_000 * SHARE);
    private static final int IN_OUR_TABLES = (int) (1_000_000 * SHARE);
    private static final int OPEN = Integer.getInteger("bench.open", (int) (100_000 * SHARE));

    /** Each has two remedies that cost something. */
    private static final int TODAY = (int) (150_000 * SHARE);

    private static final int OF_ONE_CONTACT = (int) (10_000 * SHARE);

    private static final int TRIED = 5;
    private static final int ASKED = 15;
    private static final int FILED = 40;
    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofMillis(5);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final List<String> WHO =
            List.of("customer_email", "customer_mailbox", "customer_phone", "customer_dialling");
    private static final List<String> TRAITS =
            List.of("EMAIL", "PHONE", "CUSTOMER", "PAYER", "ORDER", "ADDRESS", "CARD");

    private SandboxDriver world;
    private JdbcTemplate database;
    private CaseCopies copies;
    private Complaints complaints;
    private LostParcels parcels;

    /** What was measured, of the empty database and of the full one. */
    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    @Autowired
    void enter(SandboxDriver world, JdbcTemplate database, TransactionTemplate transaction) {
        this.world = world;
        this.database = database;
        this.copies = new CaseCopies(database, transaction);
        this.complaints = new Complaints(world, database);
        this.parcels = new LostParcels(world, database);
    }

    @Test
    void whatIsAskedOfAFullDatabase() {
        String open = complaints.fileAndAwaitTask();
        // What runs for the first time is slower than ever after.
        measure(open, orders(1));
        measured.clear();
        measure(open, orders(TRIED));

        Instant began = Instant.now();
        List<SandboxOrder> ofFrequent = orders(TRIED);
        fill(ofFrequent);
        System.out.printf("filled in %d s, %s%n", secondsSince(began), size());
        measure(open, ofFrequent);
        print();
    }

    /** Finished within a year in full and in our tables only, sent today, of a few contacts, and open. */
    private void fill(List<SandboxOrder> ofFrequent) {
        copy(parcels.finish(), FINISHED, YEAR, true);
        copy(parcels.finish(), IN_OUR_TABLES, YEAR, false);
        copy(parcels.settle(world.copyOf("R-1001")), TODAY, Duration.ZERO, false);
        ofFrequent.forEach(this::fillContact);
        String open = complaints.fileAndAwaitTask();
        // Nothing of the copies is due while something is measured, and nobody is at work on them meanwhile.
        putOff(open, 5);
        copy(open, OPEN, Duration.ofHours(3), true);
        putOff(open, -5);
        database.execute("vacuum (analyze)");
    }

    private void putOff(String number, int years) {
        database.update("""
                update act_ru_job set duedate_ = duedate_ + ? * interval '1 year' where process_instance_id_ in
                  (select proc_inst_id_ from act_hi_procinst where business_key_ = ?)""", years, number);
    }

    private void copy(String original, int count, Duration within, boolean engine) {
        Instant began = Instant.now();
        CaseCopies.Order order =
                new CaseCopies.Order(original, count, back(within, count), engine, own(original, WHO, TRAITS));
        copies.copy(order);
        if (!engine) {
            close(order);
        }
        System.out.printf("%d copies in %d s, %s%n", count, secondsSince(began), size());
    }

    /** Whoever has no process is over, or it would be taken for one that stands still. */
    private void close(CaseCopies.Order copied) {
        database.update(
                "update redress.complaint set status = 'CLOSED', closed_at = created_at where case_number like ?",
                copied.pattern());
    }

    /** Earlier cases of who will complain about this order. */
    private void fillContact(SandboxOrder order) {
        String earlier = parcels.settle(world.copyOf("R-1001"));
        List<String> own = own(earlier, List.of(), List.of("ORDER"));
        CaseCopies.Order many = new CaseCopies.Order(earlier, OF_ONE_CONTACT, back(YEAR, OF_ONE_CONTACT), false, own);
        copies.copy(many);
        close(many);
        String address = order.customer().email();
        database.update(
                "update redress.complaint set customer_email = ?, customer_mailbox = ? where case_number like ?",
                address,
                address,
                many.pattern());
        database.update("""
                update redress.case_trait set hash = encode(sha256(convert_to(lower(?), 'UTF8')), 'hex')
                 where kind = 'EMAIL' and case_number like ?""", address, many.pattern());
    }

    /** What each copy has for itself: what tells a customer, an order and a payment from another one. */
    private List<String> own(String caseNumber, List<String> columns, List<String> traits) {
        Map<String, Object> complaint =
                database.queryForMap("select * from redress.complaint where case_number = ?", caseNumber);
        return Stream.of(
                        Stream.concat(Stream.of("order_number"), columns.stream())
                                .map(complaint::get)
                                .toList(),
                        texts("select payment_reference from redress.remedy where case_number = ?", caseNumber),
                        texts(
                                "select hash from redress.case_trait where case_number = ? and kind = any(?)",
                                caseNumber,
                                traits.toArray(String[]::new)))
                .flatMap(Collection::stream)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .distinct()
                .toList();
    }

    private List<String> texts(String sql, Object... values) {
        return database.queryForList(sql, String.class, values);
    }

    private String size() {
        return database.queryForObject("select pg_size_pretty(pg_database_size(current_database()))", String.class);
    }

    /** Who complains very often is looked at by a person, so that decided is not always settled. */
    private void decide(SandboxOrder order) {
        String number = parcels.file(order).caseNumber();
        await().atMost(PATIENCE).pollInterval(SOON).until(() -> 0 < count("""
                select (select count(*) from redress.decision where case_number = :case)
                     + (select count(*) from act_ru_task join act_ru_execution process on process.id_ = act_ru_task.proc_inst_id_
                         where process.business_key_ = :case)""".replace(":case", "'" + number + "'")));
    }

    private long count(String sql, Object... values) {
        return database.queryForObject(sql, Long.class, values);
    }

    private List<SandboxOrder> orders(int count) {
        return IntStream.range(0, count).mapToObj(n -> world.copyOf("R-1001")).toList();
    }

    private void measure(String open, List<SandboxOrder> ofFrequent) {
        List<Registered> filed = zeroTouch(orders(FILED));
        each("a case of a new contact, filed to decided, ms", orders(TRIED), this::decide);
        each("a case of a contact with very many, ms", ofFrequent, this::decide);
        each("a refund that comes back, from Stripe to its case, ms", filed.subList(0, TRIED), this::comesBack);
        door(filed.get(TRIED), open);
        tasklist(open);
        timers(filed.subList(TRIED, FILED));
    }

    /** Clients that file at once, until all they filed is settled. */
    private List<Registered> zeroTouch(List<SandboxOrder> orders) {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            Instant began = Instant.now();
            List<Double> millis = new ArrayList<>();
            List<Registered> filed = new ArrayList<>();
            List<Future<Timed<Registered>>> under = orders.stream()
                    .map(order -> clients.submit((Callable<Timed<Registered>>) () -> timed(() -> parcels.file(order))))
                    .toList();
            for (Future<Timed<Registered>> one : under) {
                millis.add(one.get().millis());
                filed.add(one.get().answer());
            }
            filed.forEach(one -> parcels.awaitStatus(one.caseNumber(), "WAITING_FOR_FOLLOW_UP"));
            double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
            note("intake by eight clients, ms", millis);
            note("zero-touch, ms for each of " + FILED, List.of(seconds * 1000 / FILED));
            return filed;
        } catch (ExecutionException failed) {
            throw new BenchFailure("A case could not be filed: " + failed.getCause(), failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted", ended);
        } finally {
            clients.shutdownNow();
        }
    }

    private void comesBack(Registered settled) {
        String refund = world.refunds(settled.caseNumber()).get(0).id();
        world.providers().stripeDesk().failRefund(refund, "declined");
        await().atMost(PATIENCE).pollInterval(SOON).until(() -> 0 < count("""
                        select count(*) from redress.remedy where case_number = ? and kind = 'REFUND'
                           and status = 'FAILED'""", settled.caseNumber()));
    }

    private void door(Registered settled, String open) {
        String email = texts("select customer_email from redress.complaint where case_number = ?", settled.caseNumber())
                .get(0);
        String order = texts("select order_number from redress.complaint where case_number = ?", settled.caseNumber())
                .get(0);
        ask("API: list, by a manager", "manager", "/api/complaints");
        ask("API: list, by a handler", "handler", "/api/complaints");
        ask("API: list, by a system", "system", "/api/complaints");
        ask("API: search by customer", "lead", "/api/complaints?customer=" + email);
        ask("API: search by order", "lead", "/api/complaints?order=" + order);
        ask("API: search by status and channel", "lead", "/api/complaints?status=verifying&channel=web");
        ask("API: search by claim and team", "lead", "/api/complaints?claim=service&team=handlers");
        ask(
                "API: changed since",
                "lead",
                "/api/complaints?updatedSince=" + world.clock().instant().minusSeconds(60));
        ask("API: a case", "lead", "/api/complaints/" + open);
        ask("API: its timeline", "lead", "/api/complaints/" + open + "/timeline");
        ask("API: register of promises, a month", "lead", "/api/promises/register");
        String page = settled.trackingUrl().substring(settled.trackingUrl().indexOf("/case/"));
        repeatedly(
                "page of the customer, ms",
                () -> world.anybody().get().uri(page).retrieve().body(String.class));
    }

    private void ask(String what, String user, String path) {
        RestClient client = world.as(user);
        repeatedly(what + ", ms", () -> client.get()
                .uri(URI.create(world.baseUrl() + path))
                .retrieve()
                .body(String.class));
    }

    /** Every list that somebody sees, as Tasklist asks for it: its first page with its tasks, and how many it has. */
    private void tasklist(String open) {
        for (String user : List.of("handler", "lead", "manager")) {
            RestClient client = world.as(user);
            List<EngineFilter> lists = Arrays.asList(client.get()
                    .uri("/engine-rest/filter?resourceType=Task")
                    .retrieve()
                    .body(EngineFilter[].class));
            double slowestList = 0;
            double slowestCount = 0;
            String which = "";
            for (EngineFilter list : lists) {
                double millis = median(() -> client.get()
                        .uri("/engine-rest/filter/{id}/list?firstResult=0&maxResults=15", list.id())
                        .accept(MediaType.parseMediaType("application/hal+json"))
                        .retrieve()
                        .body(String.class));
                which = millis > slowestList ? list.name() : which;
                slowestList = Math.max(slowestList, millis);
                slowestCount = Math.max(slowestCount, median(() -> client.get()
                        .uri("/engine-rest/filter/{id}/count", list.id())
                        .retrieve()
                        .body(EngineCount.class)));
            }
            System.out.println("slowest list of " + user + ": " + which);
            note("Tasklist: slowest list of " + user + ", ms", List.of(slowestList));
            note("Tasklist: slowest count of " + user + ", ms", List.of(slowestCount));
        }
        String task = texts("""
                        select t.id_ from act_ru_task t join act_hi_procinst p using (proc_inst_id_)
                         where p.business_key_ = ?""", open).get(0);
        ask("Tasklist: the form of a task", "lead", "/engine-rest/task/" + task + "/form-variables");
    }

    /** The letters that ask whether all is settled, due at once. */
    private void timers(List<Registered> settled) {
        Instant began = Instant.now();
        world.advance(Duration.ofDays(6));
        settled.forEach(
                one -> await().atMost(PATIENCE).pollInterval(SOON).until(() -> 0 < count("""
                        select count(*) from redress.message where case_number = ? and kind = 'FOLLOW_UP'
                           and status = 'SENT'""", one.caseNumber())));
        note(
                "timers due at once, ms for each of " + settled.size(),
                List.of((double) Duration.between(began, Instant.now()).toMillis() / settled.size()));
    }

    private <T> void each(String what, List<T> all, Consumer<T> work) {
        note(
                what,
                all.stream()
                        .map(one -> timed(() -> {
                                    work.accept(one);
                                    return one;
                                })
                                .millis())
                        .toList());
    }

    private void repeatedly(String what, Callable<?> question) {
        note(what, List.of(median(question)));
    }

    private static double median(Callable<?> question) {
        return median(IntStream.range(0, ASKED)
                .mapToObj(n -> timed(question).millis())
                .toList());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void note(String what, List<Double> millis) {
        measured.computeIfAbsent(what, begun -> new ArrayList<>()).add(median(millis));
    }

    private record Timed<T>(T answer, double millis) {}

    private static <T> Timed<T> timed(Callable<T> work) {
        long began = System.nanoTime();
        try {
            T answer = work.call();
            return new Timed<>(answer, (System.nanoTime() - began) / 1e6);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new BenchFailure(failed.toString(), failed);
        }
    }

    private void print() {
        System.out.printf("%n  %-62s %10s %10s %7s%n", "share " + SHARE, "empty", "full", "ratio");
        measured.forEach((what, values) -> System.out.printf(
                "  %-62s %10.1f %10.1f %7.2f%n", what, values.get(0), values.get(1), values.get(1) / values.get(0)));
        System.out.println();
    }

    /** By how much each of so many is earlier than the one before. */
    private static Duration back(Duration in, int count) {
        return in.dividedBy(Math.max(1, count)).negated();
    }

    private static long secondsSince(Instant then) {
        return Duration.between(then, Instant.now()).toSeconds();
    }
}
