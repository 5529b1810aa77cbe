package io.redress.outside.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.PromotionCode;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.PromotionCodeCreateParams;
import com.stripe.param.PromotionCodeListParams;
import com.stripe.service.V1Services;
import io.redress.outside.payment.PromotionCodes;
import io.redress.outside.wire.Permit;
import java.util.Optional;
import org.joda.money.Money;

/** Vouchers at Stripe: a coupon that says what it is worth, and the promotion code by which it is taken, once. */
class StripePromotions implements PromotionCodes {

    private final StripeCalls calls;

    StripePromotions(StripeCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean canMake(Money amount) {
        try {
            return StripeAmounts.toStripe(amount) > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public Permit permit() {
        return calls.permit();
    }

    @Override
    public String make(PromotionOrder order) {
        return calls.order(stripe -> {
            makeCoupon(stripe, order);
            return StripeOrders.once(
                    order.key(),
                    options -> stripe.promotionCodes()
                            .create(promotionCode(order), options)
                            .getId(),
                    () -> find(stripe, order));
        });
    }

    @Override
    public Optional<String> find(PromotionOrder order) {
        return calls.find(stripe -> find(stripe, order));
    }

    /** The coupon's id is ours, so that a second one cannot come into being, whatever Stripe still remembers. */
    private static void makeCoupon(V1Services stripe, PromotionOrder order) throws StripeException {
        try {
            StripeOrders.once(
                    order.key() + "/coupon",
                    options -> stripe.coupons().create(coupon(order), options).getId(),
                    Optional::empty);
        } catch (StripeException e) {
            if (!"resource_already_exists".equals(e.getCode())) {
                throw e;
            }
        }
    }

    private static Optional<String> find(V1Services stripe, PromotionOrder order) throws StripeException {
        var params = PromotionCodeListParams.builder()
                .setCode(order.code())
                .setLimit(StripePages.SIZE)
                .build();
        return StripePages.all(stripe.promotionCodes().list(params))
                .filter(code -> order.key().equals(StripeMapping.metadata(code.getMetadata(), StripeMapping.KEY)))
                .map(PromotionCode::getId)
                .findFirst();
    }

    private static CouponCreateParams coupon(PromotionOrder order) {
        return CouponCreateParams.builder()
                .setId(couponId(order))
                .setName("Goodwill, " + order.caseNumber())
                .setAmountOff(StripeAmounts.toStripe(order.amount()))
                .setCurrency(StripeAmounts.currencyOf(order.amount()))
                .setDuration(CouponCreateParams.Duration.ONCE)
                .setMaxRedemptions(1L)
                .setRedeemBy(order.expiresAt().getEpochSecond())
                .putMetadata(StripeMapping.CASE_NUMBER, order.caseNumber())
                .putMetadata(StripeMapping.KEY, order.key())
                .build();
    }

    private static PromotionCodeCreateParams promotionCode(PromotionOrder order) {
        return PromotionCodeCreateParams.builder()
                .setPromotion(PromotionCodeCreateParams.Promotion.builder()
                        .setType(PromotionCodeCreateParams.Promotion.Type.COUPON)
                        .setCoupon(couponId(order))
                        .build())
                .setCode(order.code())
                .setMaxRedemptions(1L)
                .setExpiresAt(order.expiresAt().getEpochSecond())
                .putMetadata(StripeMapping.CASE_NUMBER, order.caseNumber())
                .putMetadata(StripeMapping.KEY, order.key())
                .build();
    }

    private static String couponId(PromotionOrder order) {
        return "redress-" + order.key();
    }
}
