package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.state.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** A few complaints to begin with, filed once by {@code system} through the API, so that Tasklist is not empty. */
final class SampleCases {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCases.class);

    private final Path filed;

    SampleCases(Path folder) {
        filed = folder.resolve("samples.filed");
    }

    /** Files them unless that was done before in this folder; answers whether it did. */
    boolean file(String base) {
        if (Files.exists(filed)) {
            return false;
        }
        var client = RestClient.builder()
                .baseUrl(base)
                .defaultHeaders(headers -> headers.setBasicAuth("system", "system"))
                .build();
        try {
            for (var sample : samples()) {
                send(client, sample);
            }
            Files.createFile(filed);
            return true;
        } catch (RestClientException e) {
            LOG.warn("The sample cases could not be filed: {}", e.getMessage());
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(RestClient client, JsonNode sample) {
        client.post()
                .uri("/api/complaints")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", sample.path("externalId").asText())
                .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .body(sample.toString())
                .retrieve()
                .toBodilessEntity();
    }

    private static List<JsonNode> samples() {
        return List.of(
                sample(
                        "S-2003",
                        "email",
                        "defective",
                        "Maria Rossi",
                        "maria.rossi@example.com",
                        "en-IT",
                        "The blender stopped after two weeks",
                        "It smelled burnt and stopped in the middle of a soup. I kept the box."),
                sample(
                        "S-2004",
                        "web",
                        "wrong_item",
                        "Daniel Ortiz",
                        "daniel.ortiz@example.com",
                        "en-US",
                        "Wrong size",
                        "I ordered hiking boots in 43 and the box says 43, but inside are 41."),
                sample(
                        "S-2002",
                        "chat",
                        "late",
                        "Lena Vogt",
                        "lena.vogt@example.com",
                        "de-DE",
                        "Wo bleibt mein Paket?",
                        "Die Schals sollten ein Geschenk sein, morgen ist der Geburtstag."),
                sample(
                        "S-2001",
                        "social",
                        null,
                        "Grace Okafor",
                        "grace.okafor@example.com",
                        "en-GB",
                        null,
                        "Third time I ask: who do I have to talk to about my chipped teapot?"),
                sample(
                        "S-2005",
                        "email",
                        "service",
                        "王芳",
                        "wang.fang@example.com",
                        "zh-CN",
                        "客服态度",
                        "我打了三次电话，每次都要重新解释一遍，没有人回电。"));
    }

    private static JsonNode sample(
            String order,
            String channel,
            String claim,
            String name,
            String email,
            String locale,
            String subject,
            String text) {
        var sample = Json.object(
                "channel",
                channel,
                "externalId",
                "sample-" + order,
                "customer",
                Json.object("name", name, "email", email, "locale", locale),
                "order",
                Json.object("number", order),
                "description",
                text);
        if (claim != null) {
            sample.put("claim", claim);
        }
        if (subject != null) {
            sample.put("subject", subject);
        }
        return sample;
    }
}
