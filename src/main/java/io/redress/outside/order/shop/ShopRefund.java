package io.redress.outside.order.shop;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.core.money.SystemAmount;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentHolder.Share;
import io.redress.outside.payment.Refund;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/** The request for a refund to a shop that pays back itself, and its answer, as JSON. */
final class ShopRefund {

    enum Status {
        PENDING(Refund.Status.PENDING),
        SUCCEEDED(Refund.Status.SUCCEEDED),
        FAILED(Refund.Status.FAILED);

        private final Refund.Status inOurWords;

        Status(Refund.Status inOurWords) {
            this.inOurWords = inOurWords;
        }

        Refund.Status inOurWords() {
            return inOurWords;
        }
    }

    /** @param lines what of the amount is for which line, {@code null} where that is not certain */
    record Request(
            String key,
            String orderNumber,
            String paymentReference,
            String amount,
            String currency,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Line> lines,
            String reason) {

        static Request of(RefundOrder order) {
            return new Request(
                    order.key(),
                    order.payment().orderNumber(),
                    order.payment().reference(),
                    decimal(order.amount()),
                    order.amount().getCurrencyUnit().getCode(),
                    lines(order.shares()),
                    "Complaint " + order.caseNumber());
        }

        /** All lines or none: with only some of them the shop would not know what the rest is for. */
        private static List<Line> lines(List<Share> shares) {
            boolean certain = !shares.isEmpty()
                    && shares.stream().allMatch(share -> share.line() != null && share.quantity() > 0);
            return certain
                    ? shares.stream()
                            .map(share -> new Line(share.line(), share.quantity(), decimal(share.amount())))
                            .toList()
                    : null;
        }

        private static String decimal(Money money) {
            return money.getAmount().toPlainString();
        }
    }

    record Line(int line, int quantity, String amount) {}

    /**
     * A refund as the shop tells it. Only the first three are always there.
     *
     * @param key ours, or {@code null} where somebody paid back by hand
     * @param reason why it failed
     */
    record Answer(
            @NotBlank String reference,
            @NotNull Status status,

            @NotNull @Pattern(regexp = SystemAmount.FORM, message = "is no amount")
            String amount,

            String key,
            String orderNumber,
            String paymentReference,
            String currency,
            String reason,
            Instant createdAt) {}

    /** Several answers, as the answer to a search. */
    record Found(@NotNull List<@NotNull @Valid Answer> refunds) {}

    private ShopRefund() {}
}
