package io.redress.complaint;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happened in a case, in order, for ever: entries are only added. */
@Component
public class Timeline {

    private final TimelineEntries entries;
    private final Clock clock;

    Timeline(TimelineEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Adds what the engine did. */
    public void engineDid(CaseNumber caseNumber, String kind, String text) {
        add(caseNumber, TimelineEntry.ENGINE, kind, text);
    }

    /** Adds what somebody did; {@code actor} as in {@link TimelineEntry}. */
    public void add(CaseNumber caseNumber, String actor, String kind, String text) {
        entries.save(new TimelineEntry(null, caseNumber.value(), clock.instant(), actor, kind, text));
    }

    /** Everything that happened, oldest first. */
    public List<TimelineEntry> of(CaseNumber caseNumber) {
        return entries.findByCaseNumberOrderById(caseNumber.value());
    }
}
