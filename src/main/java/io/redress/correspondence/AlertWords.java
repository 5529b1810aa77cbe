package io.redress.correspondence;

import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Words;
import io.redress.correspondence.Letter.Block;
import io.redress.correspondence.Letter.Body;
import io.redress.deadline.CaseClock;
import io.redress.deadline.ClockKind;
import io.redress.deadline.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts alerts into words when they go out: a night may lie between, in which what was due soon became overdue. */
@Component
class AlertWords {

    private final Complaints complaints;
    private final Deadlines deadlines;
    private final TaskLinks links;
    private final CorrespondenceProperties properties;
    private final Clock clock;

    AlertWords(
            Complaints complaints,
            Deadlines deadlines,
            TaskLinks links,
            CorrespondenceProperties properties,
            Clock clock) {
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.links = links;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * An alert as it stands now.
     *
     * @param dueAt {@code null} where it is about no clock
     * @param link where the reader can act on it
     */
    record Told(Complaint complaint, String subject, List<Block> blocks, Instant dueAt, boolean overdue, String link) {}

    /** Puts an alert that was written down into words. */
    Told of(Alert alert) {
        Complaint complaint = complaints.get(alert.caseNumber());
        Optional<CaseClock> late = alert.clockId() == null
                ? Optional.empty()
                : deadlines.of(alert.caseNumber()).stream()
                        .filter(candidate -> candidate.id() == alert.clockId())
                        .findFirst();
        return late.map(running -> of(complaint, running))
                .orElseGet(() -> new Told(
                        complaint,
                        alert.subject(),
                        new Body().say(alert.words()).blocks(),
                        null,
                        false,
                        link(complaint)));
    }

    /** Puts a clock that reached a rung into words. */
    Told of(Complaint complaint, CaseClock late) {
        Instant now = clock.instant();
        boolean overdue = !late.dueAt().isAfter(now);
        String what = late.kind() == ClockKind.LEGAL
                ? "legal deadline “%s”".formatted(late.subject())
                : Words.word(late.kind()).replace('_', ' ');
        long percent = late.consumed(now).multipliedBy(100).dividedBy(late.budget());
        Body body = new Body()
                .say("%d %% of its time is used up.".formatted(percent))
                .list(List.of(
                        new Fact("Due", staff().moment(late.dueAt())),
                        new Fact("Owner", complaint.owner() == null ? "nobody yet" : complaint.owner()),
                        new Fact("Team", complaint.team()),
                        new Fact("Priority", String.valueOf(complaint.priority()))));
        String subject = (overdue ? "The %s is overdue" : "The %s is due soon").formatted(what);
        return new Told(complaint, subject, body.blocks(), late.dueAt(), overdue, link(complaint));
    }

    private String link(Complaint complaint) {
        String tasklist = properties.baseUrl() + "/camunda/app/tasklist/default/#/";
        return links.openTask(complaint.number())
                .map(task -> tasklist + "?task=" + task)
                .orElse(tasklist);
    }

    private Reader staff() {
        return new Reader(Locale.ENGLISH, properties.zone(), true, true);
    }
}
