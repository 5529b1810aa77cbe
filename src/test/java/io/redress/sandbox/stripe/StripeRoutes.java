package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.http.Reply;
import io.redress.sandbox.http.Routes;
import io.redress.sandbox.http.Routes.Call;
import io.redress.sandbox.state.Json;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of Stripe's API that is offered, with the parameters each operation takes. */
final class StripeRoutes {

    private static final Pattern BY_EMAIL = Pattern.compile("\\s*email\\s*:\\s*[\"'](.+)[\"']\\s*");

    private static final Set<String> SEARCH = Set.of("query", "limit", "page");

    private final StripeBooks books;
    private final Refunds refunds;
    private final Listing listing;
    private final Routes routes = new Routes();

    private StripeRoutes(StripeBooks books, Refunds refunds) {
        this.books = books;
        this.refunds = refunds;
        this.listing = new Listing(books);
    }

    static Routes of(StripeBooks books, Refunds refunds) {
        var stripe = new StripeRoutes(books, refunds);
        stripe.money();
        stripe.customers();
        stripe.subscriptions();
        stripe.promotions();
        return stripe.routes;
    }

    private void money() {
        write(
                "POST",
                "/v1/refunds",
                Set.of("amount", "charge", "metadata", "payment_intent", "reason"),
                call -> refunds.create(
                        form(call), call.request().header("Idempotency-Key").orElse(null)));
        retrieve("/v1/refunds/{refund}", "refund");
        list("/v1/refunds", "refund", "charge", "payment_intent");
        retrieve("/v1/payment_intents/{intent}", "payment_intent");
        list("/v1/payment_intents", "payment_intent", "customer");
        read("/v1/charges/search", SEARCH, call -> found(call, "charge", ChargeQuery.of(query(call))));
        retrieve("/v1/charges/{charge}", "charge");
        list("/v1/charges", "charge", "customer", "payment_intent");
        retrieve("/v1/balance_transactions/{id}", "balance_transaction");
        retrieve("/v1/disputes/{dispute}", "dispute");
        list("/v1/disputes", "dispute", "charge", "payment_intent");
        retrieve("/v1/events/{id}", "event");
        list("/v1/events", "event", "type");
    }

    private void customers() {
        read("/v1/customers/search", SEARCH, this::search);
        retrieve("/v1/customers/{customer}", "customer");
        list("/v1/customers", "customer", "email");
        var credits = "/v1/customers/{customer}/balance_transactions";
        write("POST", credits, Set.of("amount", "currency", "description", "metadata"), this::credit);
        read(credits, Listing.PARAMETERS, call -> {
            books.get("customer", call.id(), "customer");
            return page("customer_balance_transaction", call, entry -> entry.path("customer")
                    .asText()
                    .equals(call.id()));
        });
    }

    private void subscriptions() {
        retrieve("/v1/subscriptions/{subscription}", "subscription");
        read(
                "/v1/subscriptions",
                with(Listing.PARAMETERS, "customer", "status"),
                call -> page(
                        "subscription",
                        call,
                        Listing.where(form(call), "customer").and(inStatus(form(call)))));
        write(
                "DELETE",
                "/v1/subscriptions/{subscription}",
                Set.of("cancellation_details", "invoice_now", "prorate"),
                call -> new Subscriptions(books).cancel(call.id(), form(call)));
        retrieve("/v1/invoices/{invoice}", "invoice");
        read(
                "/v1/invoices",
                with(Listing.PARAMETERS, "customer", "status", "subscription"),
                call -> page(
                        "invoice",
                        call,
                        Listing.where(form(call), "customer", "status")
                                .and(invoice -> matches(
                                        form(call),
                                        "subscription",
                                        invoice.at("/parent/subscription_details/subscription")))));
        retrieve("/v1/invoice_payments/{invoice_payment}", "invoice_payment");
        read(
                "/v1/invoice_payments",
                with(Listing.PARAMETERS, "invoice", "payment", "status"),
                call -> page(
                        "invoice_payment",
                        call,
                        Listing.where(form(call), "invoice", "status")
                                .and(entry -> matches(
                                        form(call), "payment[payment_intent]", entry.at("/payment/payment_intent")))));
    }

    private void promotions() {
        var promotions = new Promotions(books);
        write(
                "POST",
                "/v1/coupons",
                Set.of("amount_off", "currency", "duration", "id", "max_redemptions", "metadata", "name", "redeem_by"),
                call -> promotions.coupon(form(call)));
        list("/v1/coupons", "coupon");
        write(
                "POST",
                "/v1/promotion_codes",
                Set.of("code", "expires_at", "max_redemptions", "metadata", "promotion"),
                call -> promotions.code(form(call)));
        list("/v1/promotion_codes", "promotion_code", "code");
    }

    private ObjectNode search(Call call) {
        Matcher email = BY_EMAIL.matcher(query(call));
        if (!email.matches()) {
            throw StripeError.invalid(null, "The sandbox searches customers by email:'…' only.", "query");
        }
        return found(
                call, "customer", customer -> customer.path("email").asText().equalsIgnoreCase(email.group(1)));
    }

    private ObjectNode found(Call call, String kind, Predicate<ObjectNode> filter) {
        return Json.object(
                "object",
                "search_result",
                "url",
                call.request().path(),
                "has_more",
                false,
                "next_page",
                null,
                "data",
                Json.array(books.all(kind).stream().filter(filter).toList()));
    }

    private static String query(Call call) {
        return form(call).required("query");
    }

    private ObjectNode credit(Call call) {
        var customer = books.get("customer", call.id(), "customer");
        form(call).required("currency");
        form(call).required("amount");
        var entry = StripeObjects.customerBalanceTransaction(
                customer, form(call).number("amount", 0), form(call), books.now());
        customer.set("balance", entry.path("ending_balance"));
        customer.set("currency", entry.path("currency"));
        books.keep(customer);
        return books.keep(entry);
    }

    private void retrieve(String template, String kind) {
        read(template, Set.of(), call -> books.get(kind, call.id(), "id"));
    }

    private void list(String template, String kind, String... filters) {
        read(template, with(Listing.PARAMETERS, filters), call -> page(kind, call, Listing.where(form(call), filters)));
    }

    private ObjectNode page(String kind, Call call, Predicate<ObjectNode> filter) {
        return listing.page(kind, call.request().path(), form(call), filter);
    }

    private void read(String template, Set<String> parameters, Function<Call, ObjectNode> action) {
        write("GET", template, parameters, action);
    }

    private void write(String method, String template, Set<String> parameters, Function<Call, ObjectNode> action) {
        routes.add(method, template, with(parameters, "expand"), call -> Reply.of(200, action.apply(call)));
    }

    private static Predicate<ObjectNode> inStatus(Parameters parameters) {
        var status = parameters.has("status") ? parameters.get("status") : "";
        return subscription -> switch (status) {
            case "" -> !subscription.path("status").asText().equals("canceled");
            case "all" -> true;
            default -> subscription.path("status").asText().equals(status);
        };
    }

    private static boolean matches(Parameters parameters, String name, JsonNode field) {
        return !parameters.has(name) || parameters.get(name).equals(field.asText());
    }

    private static Parameters form(Call call) {
        return new Parameters(call.request().form());
    }

    private static Set<String> with(Set<String> parameters, String... more) {
        var all = new HashSet<>(parameters);
        all.addAll(Set.of(more));
        return all;
    }
}
