package io.redress.insight.news;

import io.redress.core.text.EnumWords;
import io.redress.outside.webhook.CaseEvent;
import io.redress.outside.webhook.CaseEvents;
import io.redress.outside.webhook.EventType;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyMoved;
import io.redress.remedy.ledger.RemedyStatus;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other systems hear of remedies: that one was settled, or failed, also after it was settled. */
@Component
class RemedyNews {

    private final CaseEvents events;
    private final RemedyLedger ledger;
    private final Clock clock;

    RemedyNews(CaseEvents events, RemedyLedger ledger, Clock clock) {
        this.events = events;
        this.ledger = ledger;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void moved(RemedyMoved moved) {
        if (moved.isSettled()) {
            tell(moved, EventType.REMEDY_SETTLED);
        } else if (moved.to() == RemedyStatus.FAILED) {
            tell(moved, EventType.REMEDY_FAILED);
        }
    }

    private void tell(RemedyMoved moved, EventType type) {
        if (events.isWanted(type)) {
            Map<String, Object> data = data(ledger.get(moved.remedyId()), moved.isReversed());
            events.tell(new CaseEvent(moved.caseNumber(), type, clock.instant(), null, () -> data));
        }
    }

    private static Map<String, Object> data(Remedy remedy, boolean reversed) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("remedyId", remedy.id().toString());
        data.put("kind", EnumWords.word(remedy.kind()));
        data.put("status", EnumWords.word(remedy.status()));
        data.put(
                "amount",
                remedy.currency() == null ? null : remedy.money().getAmount().toPlainString());
        data.put("currency", remedy.currency());
        data.put("orderNumber", remedy.orderNumber());
        data.put("paymentReference", remedy.paymentReference());
        data.put("providerReference", remedy.providerReference());
        data.put("trackingCode", remedy.trackingCode());
        data.put("reversed", reversed);
        return data;
    }
}
