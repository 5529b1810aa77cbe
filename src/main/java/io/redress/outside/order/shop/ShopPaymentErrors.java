package io.redress.outside.order.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.payment.AnswerDoubtful;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.RefundRefused;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.client.RestClientResponseException;

/**
 * The meaning of a shop's errors for the payments that it holds: worth another attempt, a case for a person, or a
 * refusal.
 */
public final class ShopPaymentErrors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_REASON = 500;

    /** Not about the refund: our login, or an address where nobody is. */
    private static final Set<Integer> NO_REFUSALS = Set.of(401, 403, 404, 405);

    private ShopPaymentErrors() {}

    /** An answer that is no error and yet not as agreed tells nothing of what happened. */
    public static PaymentProviderUnavailable translate(ShopUnavailable error) {
        boolean answered = !error.isWorthRetrying() && status(error).isEmpty();
        return answered
                ? new AnswerDoubtful(error.getMessage(), error)
                : new PaymentProviderUnavailable(
                        error.getMessage(),
                        error.isWorthRetrying(),
                        error.retryAfter().orElse(null),
                        error);
    }

    /** Why the shop refuses for good, in its own words; empty where the error is none of that kind. */
    static Optional<RefundRefused> refusal(ShopUnavailable error) {
        return status(error)
                .filter(status -> !error.isWorthRetrying() && !NO_REFUSALS.contains(status))
                .map(status -> new RefundRefused(
                        "http_" + status,
                        inWords(body(error).at("/error/message").asText(""), "http_" + status)));
    }

    /**
     * The shop's reason, for a handler.
     *
     * @param said by the shop; may be empty
     * @param code of the shop, which is kept beside it
     */
    public static String inWords(String said, String code) {
        String words = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String shown = words.length() > LONGEST_REASON ? words.substring(0, LONGEST_REASON) + "…" : words;
        return (shown.isEmpty() ? "The shop gives no reason." : "The shop says: " + shown) + " [" + code + "]";
    }

    /** What the shop wrote below an error status; nothing where there was no such answer, or no JSON. */
    public static JsonNode body(ShopUnavailable error) {
        try {
            return error.getCause() instanceof RestClientResponseException answer
                    ? JSON.readTree(answer.getResponseBodyAsByteArray())
                    : JSON.missingNode();
        } catch (JsonProcessingException noJson) {
            return JSON.missingNode();
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static Optional<Integer> status(ShopUnavailable error) {
        return error.getCause() instanceof RestClientResponseException answer
                ? Optional.of(answer.getStatusCode().value())
                : Optional.empty();
    }
}
