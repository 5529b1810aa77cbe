package io.redress.people.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Redirects lead to the configured address, whatever a request calls us. */
@SandboxTest
class RedirectTest {

    private static final String ELSEWHERE = "elsewhere.example";

    @Autowired
    SandboxDriver world;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/camunda",
                "/camunda/app/tasklist",
                "/camunda/app/tasklist/default/",
                "/teams",
                "/swagger-ui.html"
            })
    void headersOfAProxyNameNoOtherAddress(String page) {
        Map<String, String> named = Map.of(
                "X-Forwarded-Host",
                ELSEWHERE,
                "X-Forwarded-Port",
                "8443",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Server",
                ELSEWHERE,
                "X-Forwarded-Prefix",
                "/" + ELSEWHERE,
                "Forwarded",
                "host=" + ELSEWHERE + ";proto=https");
        Client browser = Client.anonymous(world.baseUrl()).with("Accept", "text/html");
        named.forEach(browser::with);
        var answer = browser.get(page);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith(world.baseUrl() + "/");
    }

    @Test
    void aLoginGoesOnWhereItWasAskedForAndNowhereElse() {
        Client browser =
                Client.anonymous(world.baseUrl()).with("Accept", "text/html").with("X-Forwarded-Host", ELSEWHERE);
        browser.get("/letter-samples");
        String page = browser.get("/login").body();
        String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var answer = browser.form(
                "/login", Map.of("username", "handler", "password", Client.password("handler"), "_csrf", token));
        assertThat(answer.header("Location")).startsWith(world.baseUrl() + "/letter-samples");
    }

    @Test
    void neitherDoesTheHostThatARequestNames() throws IOException {
        assertThat(location("/teams", ELSEWHERE)).isEqualTo(world.baseUrl() + "/login");
        assertThat(location("/camunda/app/tasklist", ELSEWHERE + ":81")).startsWith(world.baseUrl() + "/");
    }

    @Test
    void whoComesByAnotherNameOfTheSameMachineStaysThere() throws IOException {
        assertThat(location("/teams", "127.0.0.1:" + URI.create(world.baseUrl()).getPort()))
                .isEqualTo("/login");
    }

    private String location(String page, String host) throws IOException {
        try (var socket = new Socket("127.0.0.1", URI.create(world.baseUrl()).getPort())) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
                            .formatted(page, host)
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(answer.split("\r\n"))
                    .filter(line -> line.startsWith("Location: "))
                    .map(line -> line.substring("Location: ".length()))
                    .findFirst()
                    .orElse("");
        }
    }
}
