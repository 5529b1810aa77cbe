package io.redress.insight.news;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.ComplaintMoved;
import io.redress.complaint.file.Status;
import io.redress.core.text.EnumWords;
import io.redress.outside.webhook.CaseEvent;
import io.redress.outside.webhook.CaseEvents;
import io.redress.outside.webhook.EventType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other systems hear of how a case stands; of its customer nothing. */
@Component
class ComplaintNews {

    /** Before anything is decided in a round. */
    private static final Set<Status> UNDECIDED =
            Set.of(Status.RECEIVED, Status.VERIFYING, Status.WAITING_FOR_CUSTOMER, Status.WAITING_FOR_APPROVAL);

    private static final Set<Status> DECIDED = Set.of(Status.MAKING_GOOD, Status.WAITING_FOR_FOLLOW_UP);
    private static final Set<Status> ENDED = Set.of(Status.CLOSED, Status.WITHDRAWN);

    private final CaseEvents events;
    private final Clock clock;

    ComplaintNews(CaseEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void moved(ComplaintMoved moved) {
        Complaint complaint = moved.complaint();
        Status now = complaint.status();
        if (moved.from() == null) {
            tell(complaint, EventType.COMPLAINT_RECEIVED, null);
        } else if (moved.reopened()) {
            tell(complaint, EventType.COMPLAINT_REOPENED, null);
        } else if (DECIDED.contains(now) && UNDECIDED.contains(moved.from())) {
            // Goodwill that somebody has to approve comes this way once more.
            String once = "round %d %s".formatted(complaint.round(), EnumWords.word(complaint.outcome()));
            tell(complaint, EventType.COMPLAINT_DECIDED, once);
        } else if (ENDED.contains(now) && !ENDED.contains(moved.from())) {
            tell(complaint, EventType.COMPLAINT_CLOSED, null);
        }
    }

    private void tell(Complaint complaint, EventType type, String once) {
        if (events.isWanted(type)) {
            Map<String, Object> data = data(complaint);
            events.tell(new CaseEvent(complaint.number(), type, clock.instant(), once, () -> data));
        }
    }

    private static Map<String, Object> data(Complaint complaint) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("status", EnumWords.word(complaint.status()));
        data.put("channel", EnumWords.word(complaint.channel()));
        data.put("claim", EnumWords.word(complaint.claim()));
        data.put("orderNumber", complaint.orderNumber());
        data.put("client", complaint.client());
        data.put("externalId", complaint.externalId());
        data.put("receivedAt", complaint.receivedAt().toString());
        data.put("round", complaint.round());
        data.put("outcome", EnumWords.word(complaint.outcome()));
        return data;
    }
}
