package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.state.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EasyPost's recorded requests, sent again to the sandbox: the answers have the recorded shape and status. */
class EasyPostShapesTest {

    @TempDir
    static Path folder;

    static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.start(folder, new SandboxClock(folder.resolve("clock")));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "address-create_and_verify",
                "address-error_address_creation",
                "error-error",
                "tracker-create",
                "tracker-retrieve",
                "shipment-create",
                "shipment-retrieve",
                "shipment-refund",
                "refund-create",
                "pickup-create",
                "pickup-buy",
                "pickup-cancel"
            })
    void anAnswerHasTheRecordedShape(String recording) throws Exception {
        var newest = ProviderData.read("easypost/tracker-retrieve_batch.json").at("/0/response/body");
        var alsoKnown = new HashSet<String>();
        newest.fieldNames().forEachRemaining(alsoKnown::add);
        JsonNode before = Json.object();
        for (var exchange : ProviderData.read("easypost/" + recording + ".json")) {
            var recorded = exchange.path("response");
            var response = send(exchange.path("request"), before);
            assertThat(response.statusCode() / 100)
                    .isEqualTo(recorded.path("status").asInt() / 100);
            var answer = Json.parse(response.body());
            assertThat(Shape.differences(answer, recorded.path("body"), alsoKnown))
                    .isEmpty();
            before = answer;
        }
    }

    /** Sends what was recorded, with the ids of our own previous answer in the place of the recorded ones. */
    private static HttpResponse<byte[]> send(JsonNode request, JsonNode before) throws Exception {
        var path = URI.create(request.path("uri").asText())
                .getPath()
                .replaceAll("(trk|shp|pickup)_[0-9a-f]+", before.path("id").asText("none"));
        var body = request.path("body").isTextual() ? "" : request.path("body").toString();
        var codes =
                StreamSupport.stream(request.at("/body/refund/tracking_codes").spliterator(), false);
        var own = before.path("tracking_code").asText("");
        var sent = codes.map(JsonNode::asText).reduce(body, (text, code) -> text.replace(code, own));
        var http = HttpRequest.newBuilder(URI.create(sandbox.easypostUrl() + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((Sandbox.EASYPOST_KEY + ":").getBytes()))
                .method(request.path("method").asText(), HttpRequest.BodyPublishers.ofString(sent))
                .build();
        return HttpClient.newHttpClient().send(http, HttpResponse.BodyHandlers.ofByteArray());
    }
}
