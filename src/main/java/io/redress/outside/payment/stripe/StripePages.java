package io.redress.outside.payment.stripe;

import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The lists of Stripe, read to their last page. */
final class StripePages {

    /** The most that Stripe puts on one page. */
    static final long SIZE = 100;

    private StripePages() {}

    static <T extends HasId> Stream<T> all(StripeCollection<T> firstPage) {
        return StreamSupport.stream(firstPage.autoPagingIterable().spliterator(), false);
    }
}
