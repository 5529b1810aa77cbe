package io.redress.outside.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.redress.outside.outbox.Answer;
import io.redress.outside.wire.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is called is the very address that was looked at, and nothing that an answer leads to. */
class WebhookHttpTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private WebhookHttp http;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            switch (exchange.getRequestURI().getPath()) {
                case "/moved" -> {
                    exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + port() + "/secret");
                    exchange.sendResponseHeaders(307, -1);
                }
                case "/silent" -> await();
                case "/drip" -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('a');
                    exchange.getResponseBody().flush();
                    await();
                }
                default -> exchange.sendResponseHeaders(204, -1);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        http.close();
        server.stop(0);
    }

    private void await() {
        try {
            end.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private Answer post(Set<String> allowed, String url, Duration deadline, String... answers) throws IOException {
        Deque<InetAddress[]> all = new ArrayDeque<>();
        for (String answer : answers) {
            all.add(addresses(answer));
        }
        http = new WebhookHttp(new WebhookProperties(allowed, Duration.ofDays(1), LONG), host -> {
            lookUps.incrementAndGet();
            return all.size() > 1 ? all.poll() : all.isEmpty() ? InetAddress.getAllByName(host) : all.peek();
        });
        return http.post(URI.create(url), Map.of("webhook-id", "1"), "{}", Deadline.in(deadline));
    }

    private static InetAddress[] addresses(String listed) throws IOException {
        String[] each = listed.split(",");
        InetAddress[] addresses = new InetAddress[each.length];
        for (int at = 0; at < each.length; at++) {
            addresses[at] = InetAddress.getByName(each[at]);
        }
        return addresses;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "8.8.8.8,127.0.0.1", "10.0.0.1", "::1", "169.254.169.254", "fd00:ec2::254"})
    void nameThatStandsForAPrivateAddressIsNotCalled(String address) {
        assertThatThrownBy(() -> post(Set.of(), "http://rebind.example.com:" + port() + "/", LONG, address))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("private address");
        assertThat(calls).hasValue(0);
    }

    /** The first answer is looked at and is the one that is called; a second one nobody asks for. */
    @Test
    void nameIsLookedUpOnceForEachCall() {
        // TEST-NET-1: open by the rules, and nobody is there.
        assertThatThrownBy(() -> post(
                        Set.of(),
                        "http://rebind.example.com:" + port() + "/",
                        Duration.ofSeconds(1),
                        "192.0.2.1",
                        "127.0.0.1"))
                .isInstanceOf(IOException.class);
        assertThat(lookUps).hasValue(1);
        assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::ffff:127.0.0.1]", "2130706433", "localhost"})
    void addressInDigitsIsLookedAtAsWell(String host) {
        assertThatThrownBy(() -> post(Set.of(), "http://" + host + ":" + port() + "/", LONG))
                .isInstanceOf(IOException.class);
        assertThat(calls).hasValue(0);
    }

    @Test
    void redirectIsAnAnswerAndNotFollowed() throws IOException {
        Answer answer = post(allowed(), "http://127.0.0.1:" + port() + "/moved", LONG);

        assertThat(answer.status()).isEqualTo(307);
        assertThat(calls).hasValue(1);
    }

    @Test
    void exceptedAddressIsCalledAndNoOtherPort() throws IOException {
        assertThat(post(allowed(), "http://127.0.0.1:" + port() + "/", LONG).status())
                .isEqualTo(204);
        http.close();
        assertThatThrownBy(() -> post(Set.of("127.0.0.1:1"), "http://127.0.0.1:" + port() + "/", LONG))
                .hasMessageContaining("private address");
    }

    @Test
    void callEndsByItsDeadlineAndWaitsForNoMoreThanTheHead() throws IOException {
        long begun = System.nanoTime();
        assertThatThrownBy(() -> post(allowed(), "http://127.0.0.1:" + port() + "/silent", Duration.ofMillis(300)))
                .isInstanceOf(IOException.class);
        // More of them than connections may be open at a time.
        for (int at = 0; at < 60; at++) {
            URI drip = URI.create("http://127.0.0.1:" + port() + "/drip");
            assertThat(http.post(drip, Map.of(), "{}", Deadline.in(LONG)).status())
                    .isEqualTo(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    private Set<String> allowed() {
        return Set.copyOf(List.of("127.0.0.1:" + port()));
    }
}
