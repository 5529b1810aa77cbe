package io.redress.outside.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.StripeClient.StripeClientBuilder;
import com.stripe.exception.StripeException;
import com.stripe.service.V1Services;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.RefundRefused;
import io.redress.outside.wire.BoundedHttp;
import io.redress.outside.wire.CallNotPermitted;
import io.redress.outside.wire.Deadline;
import io.redress.outside.wire.Permit;
import io.redress.outside.wire.ProviderCalls;
import io.redress.outside.wire.Providers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/** The calls to Stripe: each has a deadline over all its requests, and the client does no retries of its own. */
class StripeCalls {

    /** What is asked of Stripe, in one request or several. */
    @FunctionalInterface
    interface Call<T> {
        T with(V1Services stripe) throws StripeException;
    }

    private final StripeProperties properties;
    private final BoundedHttp http;
    private final ProviderCalls provider;

    StripeCalls(StripeProperties properties, BoundedHttp http, Providers providers) {
        this.properties = properties;
        this.http = http;
        this.provider = providers.calls("stripe", StripeCalls::notPermitted);
    }

    private static PaymentProviderUnavailable notPermitted(CallNotPermitted refused) {
        return new PaymentProviderUnavailable(refused.getMessage(), true, refused.comeBackAfter(), refused);
    }

    /** @throws PaymentProviderUnavailable where Stripe gets no call now */
    Permit permit() {
        return provider.permit();
    }

    /** @throws PaymentProviderUnavailable where there is no answer to rely on */
    <T> T ask(Call<T> question) {
        return run(question, StripeErrors::toQuestion);
    }

    /** Like {@link #ask}, empty where Stripe knows nothing by that id. */
    <T> Optional<T> find(Call<Optional<T>> question) {
        return ask(stripe -> {
            try {
                return question.with(stripe);
            } catch (StripeException e) {
                if (StripeErrors.isMissing(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /**
     * Has Stripe move money.
     *
     * @throws PaymentProviderUnavailable where the outcome is not known
     * @throws RefundRefused where Stripe refuses for good
     */
    <T> T order(Call<T> order) {
        return run(order, StripeErrors::toOrder);
    }

    private <T> T run(Call<T> call, BiFunction<StripeException, Duration, RuntimeException> translation) {
        StripeHttp transport = new StripeHttp(http, Deadline.in(properties.deadline()), provider);
        Permit permit = permit();
        try {
            return call.with(client(transport).v1());
        } catch (StripeException e) {
            throw translation.apply(e, transport.retryAfter());
        } catch (PaymentProviderUnavailable | RefundRefused e) {
            throw e;
        } catch (RuntimeException e) {
            // stripe-java wraps what goes wrong between two pages of a list.
            throw e.getCause() instanceof StripeException cause
                    ? translation.apply(cause, transport.retryAfter())
                    : StripeErrors.notUnderstood(e);
        } finally {
            permit.close();
        }
    }

    private StripeClient client(StripeHttp transport) {
        StripeClientBuilder builder = StripeClient.builder()
                .setApiKey(properties.apiKey())
                .setMaxNetworkRetries(0)
                .setHttpClient(transport);
        if (properties.apiBase() != null) {
            builder.setApiBase(properties.apiBase().toString());
        }
        return builder.build();
    }
}
