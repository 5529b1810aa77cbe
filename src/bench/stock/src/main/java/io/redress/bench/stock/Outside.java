package io.redress.bench.stock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The world outside, which here is the benchmark's stub. */
@Component
class Outside {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI stub;

    Outside(@Value("${bench.stub}") URI stub) {
        this.stub = stub;
    }

    void ask(String path) throws IOException, InterruptedException {
        int status = http.send(HttpRequest.newBuilder(stub.resolve(path)).build(), BodyHandlers.ofString())
                .statusCode();
        if (status != 200) {
            throw new IOException(path + " was answered with " + status);
        }
    }
}
