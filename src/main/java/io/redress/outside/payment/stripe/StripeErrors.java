package io.redress.outside.payment.stripe;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.RefundRefused;
import java.time.Duration;

/** The meaning of Stripe's errors: worth another attempt, a case for a person, or a refusal for good. */
final class StripeErrors {

    private StripeErrors() {}

    /** @param retryAfter how long Stripe asks us to wait, {@code null} where it does not say */
    static RuntimeException toOrder(StripeException error, Duration retryAfter) {
        return isRefusal(error)
                ? new RefundRefused(code(error), StripeReasons.inWords(code(error), message(error)))
                : unavailable(error, retryAfter);
    }

    /** @param retryAfter how long Stripe asks us to wait, {@code null} where it does not say */
    static RuntimeException toQuestion(StripeException error, Duration retryAfter) {
        return unavailable(error, retryAfter);
    }

    static boolean isMissing(StripeException error) {
        return "resource_missing".equals(error.getCode());
    }

    static PaymentProviderUnavailable notUnderstood(RuntimeException cause) {
        return new PaymentProviderUnavailable("Stripe's answer cannot be understood", true, cause);
    }

    private static PaymentProviderUnavailable unavailable(StripeException error, Duration retryAfter) {
        if (error instanceof AuthenticationException || error instanceof PermissionException) {
            return new PaymentProviderUnavailable(
                    "Stripe does not accept our key; a person must correct redress.stripe.api-key or its permissions",
                    false,
                    error);
        }
        return new PaymentProviderUnavailable(
                "Stripe: %s (%s)".formatted(message(error), code(error)), isWorthRetrying(error), retryAfter, error);
    }

    /** An idempotency key that was used for another order is no refusal: what that order did is not known here. */
    private static boolean isRefusal(StripeException error) {
        return !isWorthRetrying(error)
                && !(error instanceof AuthenticationException)
                && !(error instanceof PermissionException)
                && !(error instanceof IdempotencyException);
    }

    /** A success status on an error means that the body was no Stripe object, such as a proxy's error page. */
    private static boolean isWorthRetrying(StripeException error) {
        Integer status = error.getStatusCode();
        return status == null || status < 400 || status == 409 || status == 429 || status >= 500;
    }

    private static String code(StripeException error) {
        if (error.getCode() != null) {
            return error.getCode();
        }
        Integer status = error.getStatusCode();
        return status == null || status == 0 ? "no_answer" : "http_" + status;
    }

    private static String message(StripeException error) {
        return error.getStripeError() != null && error.getStripeError().getMessage() != null
                ? error.getStripeError().getMessage()
                : error.getMessage();
    }
}
