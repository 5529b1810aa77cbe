package io.redress.people.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Peers that begin and never end, by the hundred, at every door of the running application; health answers beside them. */
@SandboxTest
class SlowPeersAtEveryDoorTest {

    private static final int HALF_OPEN = 1_500;
    private static final int HALF_SENT = 300;

    private static final List<String> DOORS = List.of(
            "/api/complaints",
            "/engine-rest/task",
            "/engine-rest/deployment/create",
            "/webhooks/stripe",
            "/webhooks/easypost",
            "/case/nobody/messages",
            "/login",
            "/camunda/api/admin/auth/user/default/login/tasklist",
            "/api/imports",
            "/imports",
            "/api/goodwill-codes",
            "/api/danger/lexicon/violence",
            "/actuator/health");

    /** More than sockets take without a reader, and cheap to answer. */
    private static final String LONG_ANSWER = "/swagger-ui/swagger-ui-bundle.js";

    @Autowired
    SandboxDriver world;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void goAway() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    private Socket open(String text) throws IOException {
        var address = URI.create(world.baseUrl());
        var socket = new Socket(address.getHost(), address.getPort());
        sockets.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String login(String user) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.US_ASCII)) + "\r\n";
    }

    private static String halfSent(String door, int turn) {
        var user = List.of("", "system", "", "manager").get(turn % 4);
        var type = door.contains("login")
                ? "application/x-www-form-urlencoded"
                : door.equals("/imports") ? "multipart/form-data; boundary=b" : "application/json";
        return "POST %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Type: %s\r\n%s"
                .formatted(
                        door,
                        user.isEmpty() ? "" : login(user),
                        type,
                        turn % 3 == 0
                                ? "Transfer-Encoding: chunked\r\n\r\n400\r\n{\"a"
                                : "Content-Length: 100000\r\n\r\n{\"a");
    }

    private void healthAnswers() {
        for (int i = 0; i < 3; i++) {
            assertThat(Client.anonymous(world.baseUrl()).get("/actuator/health").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void healthAnswersBesideFifteenHundredHalfOpenSockets() throws IOException {
        for (int i = 0; i < HALF_OPEN; i++) {
            open(
                    i % 3 == 0
                            ? ""
                            : i % 3 == 1
                                    ? "GET /actuator/health HT"
                                    : "GET /login HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        }
        healthAnswers();
    }

    @Test
    void healthAnswersBesideHundredsOfHalfSentBodiesAtAllDoors() throws IOException {
        for (int i = 0; i < HALF_SENT; i++) {
            open(halfSent(DOORS.get(i % DOORS.size()), i / DOORS.size()));
        }
        healthAnswers();
        assertHonestSendersAreServed("all doors");
    }

    @Test
    @Tag("deep")
    void healthAnswersBesideHundredsOfHalfSentBodiesAtEachDoor() throws IOException {
        for (var door : DOORS) {
            for (int i = 0; i < HALF_SENT; i++) {
                open(halfSent(door, i));
            }
            healthAnswers();
            assertHonestSendersAreServed(door);
            goAway();
            sockets.clear();
        }
    }

    private void assertHonestSendersAreServed(String beside) {
        var honest =
                Client.program(world.baseUrl(), "system").post("/api/complaints", """
                        {"description":"It came late.","customer":{"email":"slow%d@customers.example"}}""".formatted(System.nanoTime()));
        assertThat(honest.status()).as(beside).isEqualTo(201);
    }

    @Test
    void healthAnswersBesideHundredsWhoDoNotReadTheirAnswers() throws IOException {
        assertThat(Client.program(world.baseUrl(), "manager").get(LONG_ANSWER).body())
                .hasSizeGreaterThan(1_000_000);
        for (int i = 0; i < HALF_SENT; i++) {
            var address = URI.create(world.baseUrl());
            var socket = new Socket();
            sockets.add(socket);
            // Before it is connected, or the server may send more than was meant.
            socket.setReceiveBufferSize(1_024);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            var asked = "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(LONG_ANSWER, login("manager"));
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
        }
        healthAnswers();
        assertHonestSendersAreServed("slow readers");
    }

    @Test
    void whoIsCutOffIsToldWhy() throws IOException {
        var answers = new ArrayList<String>();
        for (int i = 0; i < HALF_SENT; i++) {
            open(halfSent("/api/complaints", 1));
        }
        await().until(() -> {
            var first = sockets.get(0).getInputStream();
            answers.add(new String(first.readNBytes(first.available()), StandardCharsets.UTF_8));
            return String.join("", answers).contains("did not arrive in time");
        });
        assertThat(String.join("", answers)).startsWith("HTTP/1.1 408");
    }
}
