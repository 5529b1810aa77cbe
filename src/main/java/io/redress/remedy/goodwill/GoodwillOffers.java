package io.redress.remedy.goodwill;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.text.EnumWords;
import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.PromotionCodes;
import io.redress.remedy.goodwill.GoodwillCodes.Code;
import io.redress.remedy.goodwill.GoodwillGrants.Grant;
import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.verification.evidence.Evidence;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The offers of goodwill: finds a way in which it can be given, and writes it down. */
@Component
class GoodwillOffers {

    private final RemedyLedger ledger;
    private final GoodwillCodes codes;
    private final GoodwillGrants grants;
    private final GoodwillBudget budget;
    private final GoodwillWarnings warnings;
    private final PaymentProvider provider;
    private final PromotionCodes promotions;
    private final GoodwillProperties properties;
    private final Timeline timeline;
    private final Clock clock;

    GoodwillOffers(
            RemedyLedger ledger,
            GoodwillCodes codes,
            GoodwillGrants grants,
            GoodwillBudget budget,
            GoodwillWarnings warnings,
            PaymentProvider provider,
            PromotionCodes promotions,
            GoodwillProperties properties,
            Timeline timeline,
            Clock clock) {
        this.ledger = ledger;
        this.codes = codes;
        this.grants = grants;
        this.budget = budget;
        this.warnings = warnings;
        this.provider = provider;
        this.promotions = promotions;
        this.properties = properties;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * One way to give it.
     *
     * @param worth what it costs us, never less than the amount
     * @param code kept for us, or {@code null}
     */
    private record Way(Money worth, Grant grant, Code code) {}

    /**
     * Proposes goodwill of at least this amount, in the way wished for or another. Beyond the month's budget there is
     * none: what is due is not touched, and a person who first had to think about a gift would hold up the answer.
     *
     * @return whether there is any
     */
    boolean propose(Complaint complaint, Evidence evidence, Money amount, GoodwillType wish) {
        if (!budget.hasRoomFor(amount)) {
            return beyondBudget(complaint, amount);
        }
        Optional<Way> way = wish.orElse().stream()
                .flatMap(type -> way(type, evidence, amount).stream())
                .findFirst();
        if (way.isEmpty()) {
            timeline.engineDid(
                    complaint.number(),
                    TimelineKind.GOODWILL_NOT_POSSIBLE,
                    "There is no way to give " + amount + " on top.");
            return false;
        }
        if (!budget.hasRoomFor(way.get().worth())) {
            return beyondBudget(complaint, way.get().worth());
        }
        write(complaint, evidence, way.get());
        return true;
    }

    private boolean beyondBudget(Complaint complaint, Money wanted) {
        timeline.engineDid(
                complaint.number(),
                TimelineKind.GOODWILL_BUDGET_SPENT,
                "This month's budget has no room for " + wanted + " on top of what is due.");
        warnings.budgetSpent(complaint, wanted);
        return false;
    }

    private Optional<Way> way(GoodwillType type, Evidence evidence, Money amount) {
        return switch (type) {
            case CREDIT ->
                Optional.ofNullable(evidence.customerReference())
                        .filter(known -> provider.keepsBalances())
                        .map(known -> new Way(amount, Grant.credit(), null));
            case CODE -> codes.voucher(amount).map(code -> new Way(code.value(), grant(type, code), code));
            case FREE_DELIVERY -> codes.freeDelivery().map(code -> new Way(amount, grant(type, code), code));
            case LONGER_GUARANTEE ->
                Optional.of(new Way(
                        amount,
                        new Grant(type, null, null, properties.goodwill().guaranteeMonths()),
                        null));
            case PROMOTION_CODE ->
                promotions.canMake(amount) ? Optional.of(new Way(amount, promotion(), null)) : Optional.empty();
        };
    }

    private Grant promotion() {
        Instant end = clock.instant().plus(properties.goodwill().promotionValidFor());
        return new Grant(GoodwillType.PROMOTION_CODE, GoodwillGrants.newCode(), end, null);
    }

    private static Grant grant(GoodwillType type, Code code) {
        return new Grant(type, code.code(), code.expiresAt(), null);
    }

    private void write(Complaint complaint, Evidence evidence, Way way) {
        UUID id = ledger.addProposed(complaint, proposal(evidence, way), TimelineEntry.ENGINE);
        grants.write(id, way.grant());
        if (way.code() != null) {
            String kind = EnumWords.word(way.grant().type()).replace('_', ' ');
            Money value = way.code().value();
            String pool = value == null ? kind : kind + ", " + value.getCurrencyUnit();
            warnings.codesLeft(complaint, pool, codes.give(way.code(), id));
        }
    }

    private static Proposal proposal(Evidence evidence, Way way) {
        String order = evidence.order().number();
        GoodwillType type = way.grant().type();
        if (type.isInKind()) {
            return Proposal.goodwillInKind(way.worth(), order);
        }
        return Proposal.goodwill(way.worth(), type == GoodwillType.CREDIT ? evidence.customerReference() : null, order);
    }
}
