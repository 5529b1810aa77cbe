package io.redress.outside.logistics.easypost;

import com.easypost.exception.API.InvalidRequestError;
import com.easypost.exception.EasyPostException;
import com.easypost.exception.General.MissingParameterError;
import com.easypost.service.EasyPostClient;
import io.redress.outside.logistics.ShippingRefused;

/** The calls to EasyPost by one client, with its errors translated into our own exceptions. */
final class EasyPostCalls {

    private final EasyPostClient client;

    EasyPostCalls(EasyPostProperties properties) {
        EasyPostConnections.use();
        this.client = client(properties);
    }

    /** A question to EasyPost. */
    interface Question<T> {
        T ask(EasyPostClient client) throws EasyPostException;
    }

    EasyPostClient client() {
        return client;
    }

    /**
     * @throws ShippingRefused where EasyPost refuses what we ask for
     * @throws io.redress.outside.logistics.CarrierUnavailable where it gave no answer that can be relied on
     */
    <T> T ask(Question<T> question) {
        try {
            return question.ask(client);
        } catch (InvalidRequestError refused) {
            throw new ShippingRefused("The carrier refuses: " + refused.getMessage(), refused);
        } catch (EasyPostException e) {
            throw EasyPostErrors.unavailable(e);
        } catch (ShippingRefused e) {
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
