package io.redress.outside.payment.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import io.redress.outside.wire.BoundedHttp;
import io.redress.outside.wire.Deadline;
import io.redress.outside.wire.ProviderCalls;
import io.redress.outside.wire.ProviderFailure;
import io.redress.outside.wire.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The HTTP client for stripe-java: it sends all requests of one call within the one deadline of that call. */
class StripeHttp extends HttpClient {

    private final BoundedHttp http;
    private final Deadline deadline;
    private final ProviderCalls provider;
    private Duration retryAfter;

    StripeHttp(BoundedHttp http, Deadline deadline, ProviderCalls provider) {
        this.http = http;
        this.deadline = deadline;
        this.provider = provider;
    }

    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        StripeResponse response = send(request);
        if (response.code() >= 500 && isReplayed(response)) {
            throw new ReplayedFailure(response.requestId(), response.code());
        }
        return response;
    }

    /** How long Stripe's latest answer asks us to wait, {@code null} where it does not say. */
    Duration retryAfter() {
        return retryAfter;
    }

    private StripeResponse send(StripeRequest request) throws ApiConnectionException {
        retryAfter = null;
        try {
            // Where no time is left, Stripe is not asked and has not failed.
            deadline.remaining();
            HttpResponse<byte[]> answer = provider.make(
                    () -> http.send(translate(request), deadline),
                    response -> ProviderFailure.isStatus(response.statusCode()),
                    ProviderFailure::isSilence);
            retryAfter = RetryAfter.of(answer.headers()).orElse(null);
            return new StripeResponse(
                    answer.statusCode(),
                    HttpHeaders.of(answer.headers().map()),
                    new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ApiConnectionException("No answer from Stripe: " + e.getMessage(), e);
        }
    }

    private static HttpRequest translate(StripeRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create(request.url().toString()))
                .method(request.method().name(), body(request));
        request.headers().map().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        builder.header("User-Agent", buildUserAgentString(request));
        builder.header("X-Stripe-Client-User-Agent", buildXStripeClientUserAgentString());
        if (request.content() != null) {
            builder.header("Content-Type", request.content().contentType());
        }
        return builder.build();
    }

    private static BodyPublisher body(StripeRequest request) {
        return request.content() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(request.content().byteArrayContent());
    }

    private static boolean isReplayed(StripeResponse response) {
        return response.headers()
                .firstValue("Idempotent-Replayed")
                .filter("true"::equals)
                .isPresent();
    }
}
