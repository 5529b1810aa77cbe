package io.redress.people.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.ProblemDocument;
import io.redress.people.security.Client;
import io.redress.people.security.Client.Answer;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who asks too much is told to come back later, costs nothing, and takes nothing from anybody else. */
@SandboxTest
class FloodTest {

    private static final String COMPLAINT = """
            {"channel":"web","claim":"service","description":"Nobody answers the phone.",
             "customer":{"email":"flood@customers.example"}}""";

    private static final String NONE = "/api/complaints/C-2026-999999";
    private static final int CLIENTS = 8;
    private static final int MOST = 5_000;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    @Autowired
    SandboxDriver world;

    @BeforeEach
    void limit() {
        turn(true);
    }

    @AfterEach
    void free() {
        turn(false);
        clients.shutdownNow();
    }

    @Test
    void aClientThatFloodsIsSlowedAndAnotherIsNot() {
        var flood = flood("li");

        assertThat(flood).extracting(Answer::status).containsOnly(404, 429);
        assertThat(flood.stream().filter(answer -> answer.status() == 404).count())
                .as("what went through at once")
                .isGreaterThanOrEqualTo(500);
        assertThat(flood.stream().filter(answer -> answer.status() == 429)).allSatisfy(refused -> {
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 10);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.as(ProblemDocument.class).detail()).contains("send this one again in");
        });
        assertThat(Client.program(world.baseUrl(), "handler2")
                        .get("/api/complaints?size=1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBacklogIsSlowedAndNotLost() {
        flood("stranger");
        var shop = Client.program(world.baseUrl(), "stranger").with("Idempotency-Key", "backlog-" + System.nanoTime());

        var answers = new ArrayList<Integer>();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            answers.add(shop.post("/api/complaints", COMPLAINT).status());
            return answers.contains(201);
        });

        assertThat(answers).isSubsetOf(201, 429);
    }

    @Test
    void strangersAreCountedByAddressAndNobodyWhoLogsInSuffers() {
        var stranger = "203.0.113.7";
        var statuses = untilRefused(n -> from(stranger).get("/case/made-up-" + n));

        assertThat(statuses.subList(0, 100)).containsOnly(404);
        assertThat(from("203.0.113.8").get("/case/made-up").status()).isEqualTo(404);
        assertThat(from(stranger)
                        .with("Accept", "text/html")
                        .with("Accept-Language", "de")
                        .get("/case/made-up")
                        .body())
                .contains("Zu viele Anfragen");
        assertThat(from(stranger).get("/actuator/health").status()).isEqualTo(200);
        assertThat(from(stranger).get("/css/case.css").status()).isEqualTo(200);
        assertThat(Client.program(world.baseUrl(), "system")
                        .get("/api/complaints?size=1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void wrongLoginsAreTurnedAwayAndRightOnesAreNot() {
        var guesser = "203.0.113.9";
        var statuses = untilRefused(n -> Client.program(world.baseUrl(), "nobody" + n, "guess")
                .with("X-Forwarded-For", guesser)
                .get("/api/complaints"));

        assertThat(statuses)
                .as("guesses, which are counted more closely than requests")
                .hasSizeBetween(10, 100)
                .containsOnly(401);
        assertThat(Client.program(world.baseUrl(), "system")
                        .get("/api/complaints?size=1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void namingSomebodyUsesUpNothingOfTheirs() {
        var guesser = "203.0.113.10";
        untilRefused(n -> Client.program(world.baseUrl(), "lead", "guess" + n)
                .with("X-Forwarded-For", guesser)
                .get("/case/made-up"));

        assertThat(Client.program(world.baseUrl(), "lead")
                        .get("/api/complaints?size=1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void oneNetworkOfIpv6IsOneCaller() {
        untilRefused(n -> from("2001:db8:1:2::" + Integer.toHexString(n + 1)).get("/case/made-up"));

        assertThat(from("2001:db8:1:3::1").get("/case/made-up").status()).isEqualTo(404);
    }

    /** What was answered before the first refusal, which has to come some time. */
    private static List<Integer> untilRefused(IntFunction<Answer> request) {
        var statuses = new ArrayList<Integer>();
        for (int n = 0; n < MOST; n++) {
            int status = request.apply(n).status();
            if (status == 429) {
                return statuses;
            }
            statuses.add(status);
        }
        throw new AssertionError("Nothing was refused in " + MOST + " requests");
    }

    private Client from(String address) {
        return Client.anonymous(world.baseUrl()).with("X-Forwarded-For", address);
    }

    /** Asks in many threads until something is refused. */
    private List<Answer> flood(String login) {
        // Known by the time that the flood begins, as a shop is that has been connected for long.
        Client.program(world.baseUrl(), login).get(NONE);
        var refused = new AtomicBoolean();
        return IntStream.range(0, CLIENTS)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> {
                            var client = Client.program(world.baseUrl(), login);
                            var answers = new ArrayList<Answer>();
                            while (!refused.get() && answers.size() < MOST) {
                                answers.add(client.get(NONE));
                                if (answers.get(answers.size() - 1).status() == 429) {
                                    refused.set(true);
                                }
                            }
                            return answers;
                        },
                        clients))
                .toList()
                .stream()
                .flatMap(answers -> answers.join().stream())
                .toList();
    }

    private void turn(boolean on) {
        assertThat(Client.anonymous(world.baseUrl())
                        .post("/sandbox/limits", "{\"enabled\":" + on + "}")
                        .status())
                .isEqualTo(200);
    }
}
