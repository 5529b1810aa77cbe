package io.redress.outside.payment.stripe;

import com.stripe.exception.StripeException;

/**
 * The exception for a failure that Stripe only repeated, without trying again: it keeps the failure under this
 * idempotency key, and will do so for a day.
 */
class ReplayedFailure extends StripeException {

    private static final long serialVersionUID = 1L;

    ReplayedFailure(String requestId, int statusCode) {
        super("Stripe repeated an earlier failure", requestId, null, statusCode);
    }
}
