package io.redress.outside.order.shop;

import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.wire.BoundedHttp;
import io.redress.outside.wire.CallNotPermitted;
import io.redress.outside.wire.Deadline;
import io.redress.outside.wire.Permit;
import io.redress.outside.wire.ProviderCalls;
import io.redress.outside.wire.ProviderFailure;
import io.redress.outside.wire.Providers;
import io.redress.outside.wire.RetryAfter;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * The calls to a shop, whatever API it has: each has a deadline over all its requests, and errors are classified in one
 * place.
 */
public final class ShopCalls {

    private final RestClient shop;
    private final Duration deadline;
    private final String credentials;
    private final ProviderCalls provider;
    private final HttpClient http = BoundedHttp.jdkClient();

    /**
     * @param shop a client that knows the shop's address and credentials
     * @param deadline the most that one call may take altogether
     * @param credentials the setting that a person must correct where the shop does not let us in
     * @param provider the calls to this shop, within their limit
     */
    public ShopCalls(RestClient shop, Duration deadline, String credentials, ProviderCalls provider) {
        this.shop = shop;
        this.deadline = deadline;
        this.credentials = credentials;
        this.provider = provider;
    }

    ShopCalls(ShopProperties properties, RestClient.Builder builder, Providers providers) {
        this(
                builder.clone()
                        .baseUrl(properties.baseUrl().toString())
                        .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + properties.token())
                        .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                        .build(),
                properties.deadline(),
                "redress.shop.token",
                providers.calls("shop", ShopCalls::notPermitted));
    }

    /** The exception for a call that a shop does not get now. */
    public static ShopUnavailable notPermitted(CallNotPermitted refused) {
        return new ShopUnavailable(refused.getMessage(), true, refused.comeBackAfter(), refused);
    }

    /** @throws ShopUnavailable where the shop gets no call now */
    public Permit permit() {
        return provider.permit();
    }

    /** @throws PaymentProviderUnavailable where the shop gets no call now */
    public Permit paymentPermit() {
        return provider.refusing(refused -> ShopPaymentErrors.translate(notPermitted(refused)))
                .permit();
    }

    /** A call that starts now. */
    public Call start() {
        return new Call(Deadline.in(deadline));
    }

    /** One or more requests under one deadline. All throw {@link ShopUnavailable}. */
    public final class Call {

        private final Deadline deadline;

        private Call(Deadline deadline) {
            this.deadline = deadline;
        }

        /** The body of the answer, empty where the shop knows nothing there. */
        public Optional<byte[]> get(String path, Object... variables) {
            try {
                return Optional.of(send(client -> client.get().uri(path, variables)));
            } catch (RestClientResponseException e) {
                if (e.getStatusCode().value() == 404) {
                    return Optional.empty();
                }
                throw refusal(e);
            }
        }

        /** Sends a body as JSON. */
        public byte[] post(String path, Object body, Object... variables) {
            return write(HttpMethod.POST, path, body, variables);
        }

        /** Sends changes as JSON. */
        public byte[] put(String path, Object body, Object... variables) {
            return write(HttpMethod.PUT, path, body, variables);
        }

        private byte[] write(HttpMethod method, String path, Object body, Object... variables) {
            try {
                return send(client -> client.method(method)
                        .uri(path, variables)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body));
            } catch (RestClientResponseException e) {
                throw refusal(e);
            }
        }

        /** @return {@code false} where the shop answers that things have gone too far for it (409) */
        boolean postUnlessTooLate(String path, Object... variables) {
            try {
                send(client -> client.post().uri(path, variables));
                return true;
            } catch (RestClientResponseException e) {
                if (e.getStatusCode().value() == 409) {
                    return false;
                }
                throw refusal(e);
            }
        }

        private byte[] send(Function<RestClient, RestClient.RequestHeadersSpec<?>> request) {
            try {
                // Where no time is left, the shop is not asked and has not failed.
                RestClient client = client();
                byte[] body = provider.make(
                        () -> request.apply(client).retrieve().body(byte[].class),
                        answered -> false,
                        ShopCalls::isFailing);
                return body == null ? new byte[0] : body;
            } catch (RestClientResponseException e) {
                throw e;
            } catch (RestClientException | HttpTimeoutException e) {
                throw new ShopUnavailable("No answer from the shop: " + e.getMessage(), true, e);
            }
        }

        /** Spring counts this read time-out from the first byte sent to the last byte received. */
        private RestClient client() throws HttpTimeoutException {
            JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
            requests.setReadTimeout(deadline.remaining());
            return shop.mutate().requestFactory(requests).build();
        }
    }

    private static boolean isFailing(Exception failure) {
        return failure instanceof RestClientResponseException answer
                ? ProviderFailure.isStatus(answer.getStatusCode().value())
                : ProviderFailure.isSilence(failure);
    }

    private ShopUnavailable refusal(RestClientResponseException error) {
        HttpStatusCode status = error.getStatusCode();
        if (status.value() == 401 || status.value() == 403) {
            return new ShopUnavailable(
                    "The shop does not let us in; a person must correct " + credentials, false, error);
        }
        boolean worthRetrying =
                status.is5xxServerError() || status.value() == 408 || status.value() == 409 || status.value() == 429;
        Optional<Duration> retryAfter = Optional.ofNullable(error.getResponseHeaders())
                .flatMap(headers -> RetryAfter.of(java.net.http.HttpHeaders.of(headers, (name, value) -> true)));
        return new ShopUnavailable("The shop answered " + status, worthRetrying, retryAfter.orElse(null), error);
    }
}
