package io.redress.remedy.refund;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.outside.payment.PaymentProvider;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The subscriptions that make wrong charges. Such a charge is corrected, not only repaid: the subscription that makes
 * it is ended.
 */
@Component
class SurplusSubscriptions {

    private final RemedyLedger ledger;
    private final PaymentProvider provider;
    private final Timeline timeline;

    SurplusSubscriptions(RemedyLedger ledger, PaymentProvider provider, Timeline timeline) {
        this.ledger = ledger;
        this.provider = provider;
        this.timeline = timeline;
    }

    /**
     * Ends those whose charges were given back, or left to the bank to give back. Safe to repeat: one that has ended is
     * left alone by the provider.
     */
    void endThoseOf(CaseNumber caseNumber) {
        List<String> surplus = ledger.of(caseNumber).stream()
                .filter(remedy -> remedy.surplusSubscription() != null)
                .filter(remedy -> remedy.status() == RemedyStatus.SETTLED || ledger.isLeftToBank(remedy))
                .map(Remedy::surplusSubscription)
                .distinct()
                .toList();
        for (String subscription : surplus) {
            provider.endSubscription(subscription);
            timeline.engineDid(caseNumber, TimelineKind.SUBSCRIPTION_ENDED, "The surplus subscription was ended.");
        }
    }
}
