package io.redress.outside.payment.stripe;

import java.util.Map;

/**
 * The reasons why Stripe does not, or could not, give money back, in words for the handler who has to find another way.
 * The codes are those of Stripe's lists of error codes and of a refund's failure reasons.
 */
final class StripeReasons {

    private static final String DISPUTED = "The customer's bank has opened a dispute on the payment, so it is not"
            + " refunded; whoever wins the dispute gets the money.";
    private static final String OUR_BALANCE = "Our own balance at the payment provider does not cover the refund; it"
            + " can be tried again once the balance is filled.";
    private static final String CARD_GONE =
            "The customer's card has expired or was cancelled, so the bank cannot book" + " the money to it.";

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("charge_already_refunded", "The payment was given back in full already."),
            Map.entry("charge_disputed", DISPUTED),
            Map.entry("refund_disputed_payment", DISPUTED),
            Map.entry("charge_for_pending_refund_disputed", DISPUTED),
            Map.entry("balance_insufficient", OUR_BALANCE),
            Map.entry("insufficient_funds", OUR_BALANCE),
            Map.entry("expired_or_canceled_card", CARD_GONE),
            Map.entry("expired_card", CARD_GONE),
            Map.entry(
                    "lost_or_stolen_card",
                    "The customer's card was reported lost or stolen, so the bank takes no money for it."),
            Map.entry("declined", "The customer's bank refused to take the money back."),
            Map.entry("card_declined", "The customer's bank refused to take the money back."),
            Map.entry("merchant_request", "The refund was stopped at our own request."),
            Map.entry("canceled", "The refund was cancelled at the payment provider."),
            Map.entry("resource_missing", "The payment provider does not know the payment."),
            Map.entry(
                    "payment_intent_unexpected_state",
                    "Nothing was taken by the payment, so nothing can be given back."),
            Map.entry("amount_too_large", "The amount is more than the payment provider moves at once."),
            Map.entry("amount_too_small", "The amount is less than the payment provider moves."),
            Map.entry("amount_not_representable", "The payment provider cannot move exactly this amount."),
            Map.entry("unknown", "The customer's bank sent the money back without a reason."));

    private StripeReasons() {}

    /** @param otherwise what Stripe said itself, for a code that is not known here; may be empty */
    static String inWords(String code, String otherwise) {
        String said = otherwise == null || otherwise.isBlank() ? "The payment provider gives no reason." : otherwise;
        return SENTENCES.getOrDefault(code, said) + " [" + code + "]";
    }
}
