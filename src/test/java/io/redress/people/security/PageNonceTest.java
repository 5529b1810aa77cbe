package io.redress.people.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.people.security.Client.Answer;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each answer names its own scripts in its header: a nonce that its page has, and that no other answer has. */
@SandboxTest
class PageNonceTest {

    private static final int ROUNDS = 6;
    private static final List<String> EVERYBODYS = List.of(
            "/camunda/app/tasklist/default/", "/camunda/app/welcome/default/", "/letter-samples", "/login?error");
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([A-Za-z0-9_-]+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]*)\"");

    @Autowired
    SandboxDriver world;

    /** Whoever loads pages, and which. */
    private record Session(String login, Client client, List<String> pages) {}

    @Test
    void nineSessionsAtOnceGetPagesThatTheirHeadersFit() throws Exception {
        List<Session> sessions = Stream.concat(
                        Stream.of("handler", "handler2", "lead2", "lead", "lead2", "manager", "handler")
                                .map(login -> session(login, EVERYBODYS)),
                        Stream.of(
                                session("manager", List.of("/camunda/app/cockpit/default/", "/stop-switch", "/teams")),
                                session("admin", List.of("/camunda/app/admin/default/", "/login"))))
                .toList();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch together = new CountDownLatch(sessions.size());
        ExecutorService people = Executors.newFixedThreadPool(sessions.size());
        try {
            List<Future<?>> loads = sessions.stream()
                    .<Future<?>>map(session -> people.submit(() -> {
                        together.countDown();
                        together.await();
                        for (int round = 0; round < ROUNDS; round++) {
                            session.pages()
                                    .forEach(page -> fits(
                                            session.login() + " on " + page,
                                            session.client().get(page),
                                            seen));
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> load : loads) {
                load.get();
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(seen).hasSize(ROUNDS * (7 * EVERYBODYS.size() + 3 + 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/case/nobody",
                "/camunda/app/cockpit/default/",
                "/camunda/app/tasklist/default/nothing",
                "/no-such-page",
                "/swagger-ui/index.html"
            })
    void whateverIsAnsweredInlineTakesANonce(String page) {
        Client handler = Client.browser(world.baseUrl(), "handler").with("Accept", "text/html");
        Answer first = handler.get(page);
        Answer second = handler.get(page);
        assertThat(nonce(first)).isNotEqualTo(nonce(second));
        assertThat(directive(first, "script-src")).doesNotContain("unsafe-inline");
    }

    @Test
    void ourOwnPagesHaveNothingInline() {
        Answer page = Client.browser(world.baseUrl(), "handler").get("/letter-samples");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("style=")
                .doesNotContain("<style")
                .doesNotContain(" onclick");
    }

    private Session session(String login, List<String> pages) {
        return new Session(login, Client.browser(world.baseUrl(), login), pages);
    }

    private static void fits(String page, Answer answer, Set<String> seen) {
        assertThat(answer.status()).as(page).isEqualTo(200);
        String nonce = nonce(answer);
        assertThat(nonces(IN_PAGE, answer.body())).as(page).isNotEmpty().containsOnly(nonce);
        assertThat(seen.add(nonce)).as("a nonce of its own for " + page).isTrue();
    }

    private static String nonce(Answer answer) {
        List<String> headers = answer.response().headers().allValues("Content-Security-Policy");
        assertThat(headers).hasSize(1);
        List<String> nonces = nonces(IN_HEADER, headers.get(0));
        assertThat(nonces).isNotEmpty().allMatch(nonces.get(0)::equals);
        return nonces.get(0);
    }

    private static List<String> nonces(Pattern where, String text) {
        return where.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String directive(Answer answer, String name) {
        return Stream.of(answer.header("Content-Security-Policy").split(";"))
                .filter(part -> part.strip().startsWith(name))
                .findFirst()
                .orElseThrow();
    }
}
