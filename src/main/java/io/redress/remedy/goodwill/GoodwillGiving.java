package io.redress.remedy.goodwill;

import io.redress.core.text.EnumWords;
import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.PaymentProvider.CreditOrder;
import io.redress.outside.payment.PromotionCodes;
import io.redress.outside.payment.PromotionCodes.PromotionOrder;
import io.redress.outside.wire.Permit;
import io.redress.remedy.goodwill.GoodwillGrants.Grant;
import io.redress.remedy.ledger.Remedy;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The giving of goodwill, each kind in its own way, and the check whether it was given. */
@Component
class GoodwillGiving {

    private final PaymentProvider provider;
    private final PromotionCodes promotions;
    private final GoodwillGrants grants;

    GoodwillGiving(PaymentProvider provider, PromotionCodes promotions, GoodwillGrants grants) {
        this.provider = provider;
        this.promotions = promotions;
        this.grants = grants;
    }

    /** A permit for the calls that give it, to be had before it is written down as sent. */
    Permit permit(Remedy remedy) {
        return switch (grants.of(remedy).type()) {
            case CREDIT -> provider.creditPermit();
            case PROMOTION_CODE -> promotions.permit();
            case CODE, FREE_DELIVERY, LONGER_GUARANTEE -> Permit.NONE;
        };
    }

    /** @return the reference by which it is known */
    String give(Remedy remedy) {
        Grant grant = grants.of(remedy);
        return switch (grant.type()) {
            case CREDIT -> provider.credit(credit(remedy));
            case PROMOTION_CODE -> promotions.make(promotion(remedy, grant));
            case CODE, FREE_DELIVERY, LONGER_GUARANTEE -> own(grant);
        };
    }

    /** The reference that shows that it was given. What is ours was the customer's the moment it was sent. */
    Optional<String> made(Remedy remedy) {
        Grant grant = grants.of(remedy);
        return switch (grant.type()) {
            case CREDIT -> provider.findCredit(credit(remedy));
            case PROMOTION_CODE -> promotions.find(promotion(remedy, grant));
            case CODE, FREE_DELIVERY, LONGER_GUARANTEE -> Optional.of(own(grant));
        };
    }

    private static CreditOrder credit(Remedy remedy) {
        return new CreditOrder(remedy.id().toString(), remedy.caseNumber(), remedy.customerReference(), remedy.money());
    }

    private static PromotionOrder promotion(Remedy remedy, Grant grant) {
        return new PromotionOrder(
                remedy.id().toString(), remedy.caseNumber(), grant.code(), remedy.money(), grant.expiresAt());
    }

    private static String own(Grant grant) {
        return EnumWords.word(grant.type()) + (grant.code() == null ? "" : " " + grant.code());
    }
}
