package io.redress.outside.logistics.easypost;

import com.easypost.exception.API.ForbiddenError;
import com.easypost.exception.API.InvalidRequestError;
import com.easypost.exception.API.PaymentError;
import com.easypost.exception.API.UnauthorizedError;
import com.easypost.exception.APIException;
import com.easypost.exception.EasyPostException;
import io.redress.outside.logistics.CarrierUnavailable;
import io.redress.outside.wire.ProviderFailure;

/** The translation of EasyPost's errors into ours. */
final class EasyPostErrors {

    private EasyPostErrors() {}

    /** EasyPost refuses to make a tracker for a code that no carrier uses. */
    static boolean isUnknownCode(EasyPostException error) {
        return error instanceof InvalidRequestError refusal
                && refusal.getCode() != null
                && refusal.getCode().startsWith("TRACKER.");
    }

    /** Whether EasyPost does not work, in contrast to an answer that we do not like. */
    static boolean isFailing(Exception failure) {
        if (!(failure instanceof APIException error)) {
            return false;
        }
        Integer status = error.getStatusCode();
        return status == null ? ProviderFailure.isSilence(error) : ProviderFailure.isStatus(status);
    }

    static CarrierUnavailable unavailable(EasyPostException error) {
        if (error instanceof UnauthorizedError || error instanceof ForbiddenError || error instanceof PaymentError) {
            return new CarrierUnavailable(
                    "EasyPost does not accept our key; a person must correct redress.easypost.api-key or the account",
                    false,
                    error);
        }
        return new CarrierUnavailable(
                "EasyPost: " + error.getMessage(),
                isWorthRetrying(error),
                error instanceof APIException ? EasyPostConnection.askedToWait().orElse(null) : null,
                error);
    }

    static CarrierUnavailable notUnderstood(RuntimeException cause) {
        return new CarrierUnavailable("EasyPost's answer cannot be understood", true, cause);
    }

    private static boolean isWorthRetrying(EasyPostException error) {
        Integer status = error instanceof APIException answer ? answer.getStatusCode() : null;
        return status == null || status < 400 || status == 408 || status == 409 || status == 429 || status >= 500;
    }
}
