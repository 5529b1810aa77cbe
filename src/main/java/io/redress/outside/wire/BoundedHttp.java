package io.redress.outside.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP exchanges that end by a {@link Deadline} as a whole, from connecting to the last byte of the answer.
 *
 * <p>The time-outs of the JDK's client and of {@code HttpURLConnection} start anew with every byte or end with the
 * headers, so that a peer which sends one byte a second outlives them.
 */
public final class BoundedHttp {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client = jdkClient();

    /** A client of the JDK that never follows a redirect: the key must not travel to another host. */
    public static HttpClient jdkClient() {
        return HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /** @throws IOException where no complete answer came in time; what was asked may or may not have happened */
    public HttpResponse<byte[]> send(HttpRequest request, Deadline deadline) throws IOException {
        long nanos = deadline.remaining().toNanos();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no complete answer by the total deadline");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().toString(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        } finally {
            answer.cancel(true);
        }
    }
}
