package io.redress.people.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers that drip, stall and do not read, over real sockets at a server of eight threads; and honest ones beside them. */
class SlowPeersTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofMillis(10);
    private static final int THREADS = 8;
    private static final int WAITING = 4;

    /** More than sockets take without a reader. */
    private static final int MUCH = 32 * 1024 * 1024;

    @TempDir
    Path folder;

    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private Tomcat tomcat;
    private Connector connector;

    /** What a door may do with a request. */
    private final class Doors extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            inside.incrementAndGet();
            try {
                switch (request.getPathInfo()) {
                    case "/read" ->
                        response.getWriter()
                                .print("read " + request.getInputStream().readAllBytes().length);
                    case "/form" -> response.getWriter().print("form " + request.getParameter("a"));
                    case "/refuse" -> response.setStatus(401);
                    case "/too-much" -> response.setStatus(413);
                    case "/much" -> response.getOutputStream().write(new byte[MUCH]);
                    default -> response.getWriter().print("UP");
                }
            } finally {
                inside.decrementAndGet();
            }
        }
    }

    private void start(Duration head, Duration body, Duration answer) throws LifecycleException {
        tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        connector = new Connector(DeadlineProtocol.class.getName());
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxThreads", String.valueOf(THREADS));
        connector.setProperty("connectionTimeout", String.valueOf(LONG.toMillis()));
        protocol().setDeadlines(new Deadlines(head, body, answer, GRACE, WAITING));
        tomcat.setConnector(connector);
        tomcat.getEngine().getPipeline().addValve(new DeadlineValve());
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "doors", new Doors()).addMapping("/*");
        tomcat.start();
    }

    private DeadlineProtocol protocol() {
        return (DeadlineProtocol) connector.getProtocolHandler();
    }

    @AfterEach
    void stop() throws Exception {
        for (var socket : sockets) {
            socket.close();
        }
        tomcat.stop();
        tomcat.destroy();
    }

    private Socket open(String text) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        sockets.add(socket);
        send(socket, text);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String head(String method, String path, int length) {
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n".formatted(method, path, length);
    }

    private static final String BEGUN_FORM =
            "POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 900\r\n\r\na=";

    private static final String BEGUN_CHUNKS =
            "POST /read HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n400\r\n";

    /** Sends one byte after the other, whatever comes back, until the connection is closed; all that came. */
    private static String drip(Socket socket) throws IOException {
        socket.setSoTimeout(10);
        var received = new StringBuilder();
        await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ZERO).until(() -> {
            try {
                send(socket, "x");
                var read = socket.getInputStream().read();
                if (read >= 0) {
                    received.append((char) read);
                    received.append(new String(
                            socket.getInputStream()
                                    .readNBytes(socket.getInputStream().available()),
                            StandardCharsets.UTF_8));
                }
                return read < 0;
            } catch (SocketTimeoutException nothingYet) {
                return false;
            } catch (IOException closed) {
                return true;
            }
        });
        return received.toString();
    }

    private String health() throws IOException {
        var socket = open("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void nobodyIsLeft() {
        await().until(() ->
                protocol().exchanges().size() == 0 && protocol().exchanges().waiting() == 0);
        await().until(() -> inside.get() == 0);
    }

    @Test
    void aBodyThatDripsIsCutAndAnswered() throws Exception {
        start(LONG, SHORT, LONG);
        for (var begun : List.of(head("POST", "/read", 1_000_000), BEGUN_FORM, BEGUN_CHUNKS)) {
            assertThat(drip(open(begun))).startsWith("HTTP/1.1 408").contains("did not arrive in time");
        }
        nobodyIsLeft();
    }

    @Test
    void aBodyThatNobodyReadsIsCutToo() throws Exception {
        start(LONG, SHORT, LONG);
        assertThat(drip(open(head("POST", "/refuse", 1_000_000)))).startsWith("HTTP/1.1 401");
        nobodyIsLeft();
    }

    @Test
    void whoSentTooMuchReadsTheAnswer() throws Exception {
        start(LONG, LONG, LONG);
        var socket = open(head("POST", "/too-much", 8_000_000));
        for (int i = 0; i < 8; i++) {
            send(socket, "x".repeat(1_000_000));
        }
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .startsWith("HTTP/1.1 413");
        nobodyIsLeft();
    }

    @Test
    void aHeadThatDripsIsCut() throws Exception {
        start(SHORT, LONG, LONG);
        for (var begun :
                List.of("GET /", "GET /health HTTP/1.1\r\nHost: ", "GET /health HTTP/1.1\r\nHost: x\r\nA: b")) {
            assertThat(drip(open(begun))).isEmpty();
        }
        nobodyIsLeft();
    }

    @Test
    void anAnswerThatIsNotReadIsCut() throws Exception {
        start(LONG, LONG, SHORT);
        var stalled = open(head("GET", "/much", 0));
        var slow = open(head("GET", "/much", 0));
        await().until(() -> {
            slow.getInputStream().read();
            return protocol().exchanges().size() == 0;
        });
        assertThat(stalled.isClosed()).isFalse();
        nobodyIsLeft();
    }

    @Test
    void healthAnswersBesideHundredsWhoNeverEndTheirRequests() throws Exception {
        start(LONG, LONG, LONG);
        for (int i = 0; i < 300; i++) {
            open(head("POST", i % 2 == 0 ? "/read" : "/refuse", 1_000_000) + "a");
        }
        for (int i = 0; i < 300; i++) {
            open("GET /health HTTP/1.1\r\nHost: ");
            open("");
        }
        for (int i = 0; i < 5; i++) {
            assertThat(health()).startsWith("HTTP/1.1 200").endsWith("UP");
        }
        await().until(() -> protocol().exchanges().waiting() <= WAITING);
    }

    @Test
    void healthAnswersBesideSlowReaders() throws Exception {
        start(LONG, LONG, LONG);
        for (int i = 0; i < 16; i++) {
            open(head("GET", "/much", 0));
        }
        for (int i = 0; i < 5; i++) {
            assertThat(health()).startsWith("HTTP/1.1 200").endsWith("UP");
        }
    }

    @Test
    void whoSendsInPiecesAndAsksAgainIsServed() throws Exception {
        start(LONG, LONG, LONG);
        var socket = open("POST /read HTTP/1.1\r\nHost: local");
        await().until(() -> protocol().exchanges().size() == 1);
        send(socket, "host\r\nContent-Length: 6\r\n\r\nabc");
        await().until(() -> protocol().exchanges().waiting() == 1);
        send(socket, "def");
        assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("read 6");
        nobodyIsLeft();
        // Two at once, of which the second has no end yet.
        send(socket, head("POST", "/read", 2) + "ab" + head("POST", "/read", 3) + "a");
        assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("read 2");
        send(socket, "bc");
        assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("read 3");
        nobodyIsLeft();
    }

    @Test
    void aLongAnswerThatIsReadArrivesWhole() throws Exception {
        start(LONG, LONG, LONG);
        var socket = open("GET /much HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(socket.getInputStream().readAllBytes().length).isGreaterThan(MUCH);
        nobodyIsLeft();
    }

    /** One answer, by its declared length. */
    private static String answer(Socket socket) throws IOException {
        var received = new StringBuilder();
        while (!received.toString().contains("\r\n\r\n")) {
            received.append((char) socket.getInputStream().read());
        }
        var length = Integer.parseInt(received.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        return received + new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }
}
