package io.redress.outside.logistics.easypost;

import com.easypost.exception.API.InvalidRequestError;
import com.easypost.exception.EasyPostException;
import com.easypost.exception.General.MissingParameterError;
import com.easypost.service.EasyPostClient;
import io.redress.outside.logistics.CarrierUnavailable;
import io.redress.outside.logistics.ShippingRefused;
import io.redress.outside.wire.CallNotPermitted;
import io.redress.outside.wire.Permit;
import io.redress.outside.wire.ProviderCalls;
import io.redress.outside.wire.Providers;

/** The calls to EasyPost by one client, with its errors translated into our own exceptions. */
final class EasyPostCalls {

    private final EasyPostClient client;
    private final ProviderCalls provider;

    EasyPostCalls(EasyPostProperties properties, Providers providers) {
        EasyPostConnections.use();
        this.client = client(properties);
        this.provider = providers.calls("easypost", EasyPostCalls::notPermitted);
    }

    private static CarrierUnavailable notPermitted(CallNotPermitted refused) {
        return new CarrierUnavailable(refused.getMessage(), true, refused.comeBackAfter(), refused);
    }

    /** A question to EasyPost. */
    interface Question<T> {
        T ask(EasyPostClient client) throws EasyPostException;
    }

    /** @throws CarrierUnavailable where EasyPost gets no call now */
    Permit permit() {
        return provider.permit();
    }

    /**
     * @throws ShippingRefused where EasyPost refuses what we ask for
     * @throws CarrierUnavailable where it gave no answer that can be relied on
     */
    <T> T ask(Question<T> question) {
        try {
            return send(question);
        } catch (InvalidRequestError refused) {
            throw new ShippingRefused("The carrier refuses: " + refused.getMessage(), refused);
        } catch (EasyPostException e) {
            throw EasyPostErrors.unavailable(e);
        }
    }

    /**
     * @throws EasyPostException where EasyPost answers with an error, or not at all
     * @throws CarrierUnavailable where its answer cannot be understood, or it gets no call now
     */
    <T> T send(Question<T> question) throws EasyPostException {
        try {
            return provider.make(() -> question.ask(client), answered -> false, EasyPostErrors::isFailing);
        } catch (CarrierUnavailable | ShippingRefused e) {
            throw e;
        } catch (RuntimeException e) {
            throw EasyPostErrors.notUnderstood(e);
        }
    }

    private static EasyPostClient client(EasyPostProperties properties) {
        int millis = Math.toIntExact(properties.deadline().toMillis());
        try {
            return properties.apiBase() == null
                    ? new EasyPostClient(properties.apiKey(), millis, millis)
                    : new EasyPostClient(
                            properties.apiKey(),
                            millis,
                            millis,
                            properties.apiBase().toString());
        } catch (MissingParameterError e) {
            throw new IllegalStateException("redress.easypost.api-key is missing", e);
        }
    }
}
