package io.redress.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.Sandbox;
import io.redress.sandbox.smtp.MailServer;
import io.redress.sandbox.state.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The books of payment provider, shop and post office, read as an auditor reads them: our database has no part in it. */
final class Books {

    private static final Pattern CASE_NUMBER = Pattern.compile("C-\\d{4}-\\d+");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox providers;
    private final MailServer mail;

    Books(Sandbox providers, MailServer mail) {
        this.providers = providers;
        this.mail = mail;
    }

    /** The charges of an order's customer, oldest first. */
    List<JsonNode> charges(JsonNode order) {
        return !isKnownToStripe(order)
                ? List.of()
                : stripe("/v1/charges?limit=100&customer=" + customer(order))
                        .sorted(Comparator.comparingLong(
                                charge -> charge.path("created").asLong()))
                        .toList();
    }

    boolean isRefundedByHand(JsonNode charge) {
        return refunds(charge).anyMatch(refund -> !isOurs(refund));
    }

    /** What we had refunded of an order, whatever became of it later, as {@code charge amount currency}, sorted. */
    List<String> refunded(JsonNode order) {
        var atStripe = charges(order).stream().flatMap(charge -> refunds(charge)
                .filter(Books::isOurs)
                .map(refund -> Owed.refund(charge, refund.path("amount").asLong())));
        var byShop = byShop(order)
                .map(refund -> Owed.refund(
                        refund.path("paymentReference").asText(),
                        Owed.minor(refund.path("amount")),
                        refund.path("currency").asText()));
        return Stream.concat(atStripe, byShop).sorted().toList();
    }

    /** The case numbers that our refunds of an order name. */
    List<String> caseNumbers(JsonNode order) {
        var atStripe = charges(order).stream()
                .flatMap(this::refunds)
                .filter(Books::isOurs)
                .map(refund -> refund.at("/metadata/case_number").asText());
        var byShop = byShop(order)
                .flatMap(refund -> CASE_NUMBER
                        .matcher(refund.at("/_request/reason").asText())
                        .results())
                .map(MatchResult::group);
        return Stream.concat(atStripe, byShop).distinct().toList();
    }

    /** What the shop itself gave back of an order because we asked for it. */
    private Stream<ObjectNode> byShop(JsonNode order) {
        return providers.shop().refunds().stream()
                .filter(refund -> refund.path("orderNumber").equals(order.path("number")))
                .filter(refund -> refund.hasNonNull("key"));
    }

    /** The contents of each parcel that the warehouse sent again for an order, sorted. */
    List<String> sentAgain(JsonNode order) {
        return providers.shop().fulfilments().stream()
                .filter(sent -> sent.path("orderNumber").equals(order.path("number")))
                .filter(sent -> sent.path("status").asText().equals("accepted"))
                .map(sent -> Owed.contents(sent.path("items")))
                .sorted()
                .toList();
    }

    /** Credits on the balance of an order's customer, in minor units. */
    List<Long> credits(JsonNode order) {
        return !isKnownToStripe(order)
                ? List.of()
                : stripe("/v1/customers/%s/balance_transactions?limit=100".formatted(customer(order)))
                        .map(credit -> -credit.path("amount").asLong())
                        .toList();
    }

    int endedSubscriptions(JsonNode order) {
        return !isKnownToStripe(order)
                ? 0
                : (int) stripe("/v1/subscriptions?limit=100&status=canceled&customer=" + customer(order))
                        .count();
    }

    /** Mails to an address whose subject contains the words. */
    List<JsonNode> mails(String address, String words) {
        return mail.mails().stream()
                .filter(letter -> letter.path("to").asText().equalsIgnoreCase(address))
                .filter(letter -> letter.path("subject").asText().contains(words))
                .<JsonNode>map(letter -> letter)
                .toList();
    }

    private Stream<JsonNode> refunds(JsonNode charge) {
        return stripe("/v1/refunds?limit=100&charge=" + charge.path("id").asText());
    }

    private static boolean isOurs(JsonNode refund) {
        return refund.at("/metadata/case_number").isTextual();
    }

    private static boolean isKnownToStripe(JsonNode order) {
        return order.hasNonNull("customerPaymentReference");
    }

    private static String customer(JsonNode order) {
        return order.path("customerPaymentReference").asText();
    }

    private Stream<JsonNode> stripe(String path) {
        var request = HttpRequest.newBuilder(URI.create(providers.stripeUrl() + path))
                .header("Authorization", "Bearer " + Sandbox.STRIPE_KEY)
                .build();
        try {
            var list = Json.parse(http.send(request, BodyHandlers.ofByteArray()).body());
            if (!list.path("data").isArray() || list.path("has_more").asBoolean()) {
                throw new IllegalStateException("Not one whole list: " + path + ": " + list);
            }
            return StreamSupport.stream(list.path("data").spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
