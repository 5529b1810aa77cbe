package io.redress.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that file cases at the same time, each the next one as soon as it has its answer. */
final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int size;
    private final ExecutorService threads;

    Crowd(int size) {
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size);
    }

    /** Files all; answers how many milliseconds each took to be accepted. */
    double[] file(List<HttpRequest> filings) {
        Queue<HttpRequest> waiting = new ConcurrentLinkedQueue<>(filings);
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            clients.add(threads.submit(() -> {
                for (HttpRequest next = waiting.poll(); next != null; next = waiting.poll()) {
                    millis.add(send(next));
                }
            }));
        }
        for (Future<?> client : clients) {
            join(client);
        }
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Files one; answers how many milliseconds that took. */
    double send(HttpRequest filing) {
        long began = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(withPatience(filing), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new BenchFailure("A case was answered with %d: %s".formatted(answer.statusCode(), answer.body()));
            }
        } catch (IOException e) {
            throw new BenchFailure("A case could not be filed at %s: %s".formatted(filing.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted", e);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static HttpRequest withPatience(HttpRequest filing) {
        return HttpRequest.newBuilder(filing, (name, value) -> true)
                .timeout(PATIENCE)
                .build();
    }

    private static void join(Future<?> client) {
        try {
            client.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted", e);
        }
    }
}
