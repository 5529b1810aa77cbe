package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.http.Reply;
import io.redress.sandbox.http.Request;
import io.redress.sandbox.http.Routes;
import io.redress.sandbox.http.Service;
import io.redress.sandbox.state.Ids;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A stand-in for {@code api.stripe.com}, as far as refunds, payments, customers, subscriptions and invoices go.
 * stripe-java runs against it unchanged.
 */
public final class StripeService implements Service {

    private final Rights rights;
    private final StripeBooks books;
    private final Refunds refunds;
    private final IdempotencyKeys keys;
    private final Expansion expansion;
    private final Routes routes;
    private final Webhooks webhooks;
    private final Billing billing;

    /** Serves what the books hold to whoever brings the key. */
    public StripeService(String apiKey, StripeBooks books) {
        this.rights = new Rights(apiKey);
        this.books = books;
        this.refunds = new Refunds(books);
        this.keys = new IdempotencyKeys(books);
        this.expansion = new Expansion(books);
        this.routes = StripeRoutes.of(books, refunds);
        this.billing = new Billing(books);
        this.webhooks = new Webhooks(books, this::ripen);
        books.listen(webhooks::happened);
    }

    /** Opens a restricted key. @param may rights such as {@code charge_write}; to write implies to read */
    public void restrict(String key, Set<String> may) {
        rights.restrict(key, may);
    }

    /** The delivery of events. */
    public Webhooks webhooks() {
        return webhooks;
    }

    /** The billing of subscriptions. */
    public Billing billing() {
        return billing;
    }

    /** Every refund as it stands now, oldest first. */
    public List<ObjectNode> refunds() {
        synchronized (books.records()) {
            ripen();
            return books.all("refund");
        }
    }

    /** What is offered, to be held against Stripe's description. */
    public Routes routes() {
        return routes;
    }

    @Override
    public Reply answer(Request request, UnaryOperator<Reply> afterEffect) {
        return answerOrRefuse(request, afterEffect)
                .with("Request-Id", Ids.stripe("req"))
                .with("Stripe-Version", request.header("Stripe-Version").orElse("2026-07-29.dahlia"));
    }

    @Override
    public Reply failure(int status, String message) {
        return status == 429
                ? StripeError.reply(429, "invalid_request_error", "rate_limit", message, null)
                : StripeError.reply(status, "api_error", null, message, null);
    }

    /** Lets happen what was to happen by now. */
    private void ripen() {
        synchronized (books.records()) {
            refunds.ripen();
            billing.run();
        }
    }

    private Reply answerOrRefuse(Request request, UnaryOperator<Reply> afterEffect) {
        try {
            rights.check(request);
            var route =
                    routes.find(request).orElseThrow(() -> StripeError.unknownPath(request.method(), request.path()));
            new Parameters(request.form()).onlyOf(route.parameters());
            return keys.once(request, () -> afterEffect.apply(execute(route, request)));
        } catch (StripeError refusal) {
            return refusal.reply();
        }
    }

    private Reply execute(Routes.Route route, Request request) {
        synchronized (books.records()) {
            ripen();
            try {
                var reply = Routes.call(route, request);
                return Reply.of(reply.status(), expansion.of(reply.body(), new Parameters(request.form()).expand()));
            } catch (StripeError refusal) {
                if (refusal.beforeExecution()) {
                    throw refusal;
                }
                return refusal.reply();
            }
        }
    }
}
