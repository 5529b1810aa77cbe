package io.redress.bench.flowable;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    void ask(String path) {
        try {
            var answer = http.send(HttpRequest.newBuilder(stub.resolve(path)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " was answered with " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
