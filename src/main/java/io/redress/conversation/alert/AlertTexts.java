package io.redress.conversation.alert;

import io.redress.complaint.file.CaseHead;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.letter.Addressee;
import io.redress.conversation.letter.Letter.Block;
import io.redress.conversation.letter.Letter.Body;
import io.redress.conversation.letter.LetterFact;
import io.redress.conversation.mail.CorrespondenceProperties;
import io.redress.core.text.EnumWords;
import io.redress.core.text.TextDirection;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The texts of alerts, written when they go out: a night may lie between, in which what was due soon became overdue.
 */
@Component
class AlertTexts {

    private final Complaints complaints;
    private final Deadlines deadlines;
    private final TaskLinks links;
    private final CorrespondenceProperties properties;
    private final Clock clock;

    AlertTexts(
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
    record Told(CaseHead file, String subject, List<Block> blocks, Instant dueAt, boolean overdue, String link) {}

    /** Puts alerts that were written down into words; all together, because an outage can leave very many. */
    List<Told> of(List<Alert> alerts) {
        Set<CaseNumber> cases = alerts.stream().map(Alert::caseNumber).collect(Collectors.toSet());
        Map<CaseNumber, CaseHead> files = complaints.heads(cases);
        Map<Long, CaseClock> clocks =
                deadlines.of(cases).stream().collect(Collectors.toMap(CaseClock::id, Function.identity()));
        Map<CaseNumber, String> tasks = links.openTasks(cases);
        return alerts.stream()
                .map(alert -> told(
                        alert,
                        files.get(alert.caseNumber()),
                        clocks.get(alert.clockId()),
                        link(tasks.get(alert.caseNumber()))))
                .toList();
    }

    private Told told(Alert alert, CaseHead file, CaseClock late, String link) {
        if (late == null) {
            List<Block> words =
                    new Body().say(TextDirection.contained(alert.words())).blocks();
            return new Told(file, alert.subject(), words, null, false, link);
        }
        Instant now = clock.instant();
        Instant due = late.dueAt(now);
        boolean overdue = !late.isPaused() && !due.isAfter(now);
        String what = late.kind() == ClockKind.LEGAL
                ? "legal deadline “%s”".formatted(late.subject())
                : EnumWords.word(late.kind()).replace('_', ' ');
        Body body = new Body()
                .say(overdue ? late(Duration.between(due, now)) : used(late, now))
                .list(List.of(
                        new LetterFact(
                                "Due", late.isPaused() ? "waiting for the customer’s answer" : staff().moment(due)),
                        new LetterFact("Owner", file.owner() == null ? "nobody yet" : file.owner()),
                        new LetterFact("Team", file.team()),
                        new LetterFact("Priority", String.valueOf(file.priority()))));
        return new Told(file, subject(what, late, overdue), body.blocks(), due, overdue, link);
    }

    /** What was late when the alert was written may wait for the customer when it is read. */
    private static String subject(String what, CaseClock late, boolean overdue) {
        if (late.isPaused()) {
            return "The %s waits for the customer’s answer".formatted(what);
        }
        return (overdue ? "The %s is overdue" : "The %s is due soon").formatted(what);
    }

    private static String used(CaseClock clock, Instant now) {
        if (clock.isPaused()) {
            return "Its time stands still.";
        }
        long percent = clock.consumed(now).multipliedBy(100).dividedBy(clock.budget());
        return "%d %% of its time is used up.".formatted(percent);
    }

    /**
     * By how much something is late, in wall-clock time and rounded down: a share of its time would say nothing here.
     */
    private static String late(Duration by) {
        if (by.toMinutes() < 1) {
            return "It is overdue now.";
        }
        if (by.toHours() < 1) {
            return "It is overdue by %d min.".formatted(by.toMinutes());
        }
        return by.toDays() < 2
                ? "It is overdue by %d h %d min.".formatted(by.toHours(), by.toMinutesPart())
                : "It is overdue by %d days %d h.".formatted(by.toDays(), by.toHoursPart());
    }

    private String link(String task) {
        String tasklist = properties.baseUrl() + "/camunda/app/tasklist/default/#/";
        return task == null ? tasklist : tasklist + "?task=" + task;
    }

    private Addressee staff() {
        return new Addressee(Locale.ENGLISH, properties.zone(), true, true);
    }
}
