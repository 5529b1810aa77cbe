package io.redress.verification.safety;

import io.redress.complaint.file.CaseHead;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Danger;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.staff.People.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The alarm about danger to people. Certain danger is reported at any hour, again and again until somebody has taken it
 * on; possible danger once at any hour, and again during working hours, until somebody has said which it is. Each round
 * of the alarm and its mails are written down together, by one node, so that none is lost or sent twice.
 */
@Component
class Alarm {

    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);
    private static final int AT_ONCE = 200;

    private final DangerRows rows;
    private final Complaints complaints;
    private final AlarmAudience audience;
    private final DangerAlert alert;
    private final AlarmProperties properties;
    private final Timeline timeline;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Alarm(
            DangerRows rows,
            Complaints complaints,
            AlarmAudience audience,
            DangerAlert alert,
            AlarmProperties properties,
            Timeline timeline,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.complaints = complaints;
        this.audience = audience;
        this.alert = alert;
        this.properties = properties;
        this.timeline = timeline;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Gives every alarm that is due. */
    @Scheduled(
            fixedDelayString = "${redress.watches.alarms:PT1S}",
            initialDelayString = "${redress.watches.alarms:PT1S}")
    void giveWhatIsDue() {
        try {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> give() == AT_ONCE));
            }
        } catch (RuntimeException failure) {
            LOG.error("The alarm could not be given; it is tried again", failure);
        }
    }

    /** @return how many were due */
    private int give() {
        Instant now = clock.instant();
        List<DangerCase> due = rows.takeDue(now, AT_ONCE);
        Map<CaseNumber, CaseHead> files =
                complaints.heads(due.stream().map(DangerCase::caseNumber).toList());
        List<DangerAlert.Alarm> alarms = new ArrayList<>();
        for (DangerCase known : due) {
            CaseHead file = files.get(known.caseNumber());
            List<Person> people = audience.of(complaints.get(known.caseNumber()));
            List<Person> hearing =
                    people.stream().filter(one -> hearsNow(known, one, now)).toList();
            if (hearing.isEmpty() && !people.isEmpty()) {
                rows.wait(known.caseNumber(), firstAtWork(people, now));
            } else {
                alarms.add(alarm(known, file, hearing));
                rows.given(known.caseNumber(), next(known, people, now));
                note(known, hearing);
            }
        }
        alert.give(alarms);
        return due.size();
    }

    /** The first time at any hour; after that, possible danger is reported in working hours only. */
    private boolean hearsNow(DangerCase known, Person person, Instant now) {
        boolean anyHour = known.danger() == Danger.CERTAIN || known.turn() == 0;
        return anyHour || !alert.atWork(person.id(), now).isAfter(now);
    }

    private Instant next(DangerCase known, List<Person> people, Instant now) {
        if (!known.isOpen()) {
            return null;
        }
        Instant again = now.plus(properties.alarmEvery());
        return known.danger() == Danger.CERTAIN ? again : firstAtWork(people, again);
    }

    private Instant firstAtWork(List<Person> people, Instant from) {
        return people.stream()
                .map(one -> alert.atWork(one.id(), from))
                .min(Comparator.naturalOrder())
                .orElse(from);
    }

    private DangerAlert.Alarm alarm(DangerCase known, CaseHead file, List<Person> hearing) {
        boolean certain = known.danger() == Danger.CERTAIN;
        String again = known.turn() == 0 ? "" : " (told %d times before)".formatted(known.turn());
        String subject = certain
                ? "DANGER: somebody is hurt or in danger" + again
                : "Somebody may be hurt or in danger: say which it is" + again;
        String words = certain
                ? "Claim a task of the case now, or take it on in any other way. This mail comes again every %d minutes until"
                                .formatted(properties.alarmEvery().toMinutes())
                        + " somebody has."
                : "Read what the customer says, and answer in the task whether anybody was hurt or in danger. Nothing is paid"
                        + " or decided before.";
        return new DangerAlert.Alarm(
                file,
                "danger/" + known.since() + "/" + known.turn(),
                subject,
                words + "\n\nRecognised: " + known.why(),
                hearing,
                certain ? properties.alarmTo() : List.of());
    }

    private void note(DangerCase known, List<Person> hearing) {
        boolean certain = known.danger() == Danger.CERTAIN;
        List<String> told = new ArrayList<>(hearing.stream().map(Person::id).toList());
        if (certain) {
            told.addAll(properties.alarmTo());
        }
        timeline.engineDid(
                known.caseNumber(),
                told.isEmpty() ? TimelineKind.NOBODY_TO_TELL : TimelineKind.DANGER_ALARM,
                told.isEmpty()
                        ? "Somebody is or may be in danger, but there is nobody with a mail address to tell"
                        : "Alarm %d is given to %s"
                                .formatted(known.turn() + 1, told.stream().collect(Collectors.joining(", "))));
    }
}
