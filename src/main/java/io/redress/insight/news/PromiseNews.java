package io.redress.insight.news;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.text.EnumWords;
import io.redress.outside.webhook.CaseEvent;
import io.redress.outside.webhook.CaseEvents;
import io.redress.outside.webhook.EventType;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.ClockRows;
import io.redress.time.clock.PromiseEnded;
import io.redress.time.clock.PromiseMade;
import io.redress.time.ladder.PromiseLate;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other systems hear of promises to customers. The acknowledgement is one, and has an event of its own as well. */
@Component
class PromiseNews {

    private final CaseEvents events;
    private final ClockRows clocks;
    private final Clock clock;

    PromiseNews(CaseEvents events, ClockRows clocks, Clock clock) {
        this.events = events;
        this.clocks = clocks;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void made(PromiseMade made) {
        String once = "%s %d %s".formatted(EnumWords.word(made.kind()), made.round(), made.subject());
        events.tell(new CaseEvent(made.caseNumber(), EventType.PROMISE_MADE, clock.instant(), once, () -> data(made)));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void ended(PromiseEnded ended) {
        CaseClock promise = ended.promise();
        if (promise.kind() == ClockKind.ACKNOWLEDGEMENT) {
            events.tell(new CaseEvent(
                    new CaseNumber(promise.caseNumber()),
                    EventType.COMPLAINT_ACKNOWLEDGED,
                    clock.instant(),
                    once(promise),
                    () -> Map.of(
                            "round",
                            promise.round(),
                            "acknowledgedAt",
                            ended.at().toString())));
        }
        tell(promise, ended.late() ? EventType.PROMISE_BROKEN : EventType.PROMISE_KEPT, ended.at());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void late(PromiseLate late) {
        tell(late.promise(), EventType.PROMISE_BROKEN, null);
    }

    /** @param met when what was promised happened, {@code null} while it has not */
    private void tell(CaseClock promise, EventType type, Instant met) {
        events.tell(new CaseEvent(
                new CaseNumber(promise.caseNumber()), type, clock.instant(), once(promise), () -> data(promise, met)));
    }

    private static String once(CaseClock promise) {
        return "clock " + promise.id();
    }

    private Map<String, Object> data(PromiseMade made) {
        return clocks.of(made.caseNumber()).stream()
                .filter(promise -> promise.round() == made.round() && promise.isAbout(made.kind(), made.subject()))
                .reduce((earlier, later) -> later)
                .map(promise -> data(promise, null))
                .orElseGet(() -> Map.of("kind", EnumWords.word(made.kind()), "round", made.round()));
    }

    private Map<String, Object> data(CaseClock promise, Instant met) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", EnumWords.word(promise.kind()));
        data.put("round", promise.round());
        data.put("dueAt", promise.promised(clock.instant()).toString());
        data.put("metAt", met == null ? null : met.toString());
        return data;
    }
}
