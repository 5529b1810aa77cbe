package io.redress.conversation.alert;

import io.redress.complaint.file.CaseHead;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People.Person;
import io.redress.people.assignment.HeldAgain;
import io.redress.people.staff.StaffNotice;
import io.redress.people.visibility.Shielded;
import io.redress.people.visibility.Visibility;
import io.redress.time.clock.CaseClock;
import io.redress.time.ladder.Rung;
import io.redress.time.ladder.RungAlert;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The alerts that staff get by mail. An alert is written down with what caused it and mailed by {@link StaffMail}, so
 * that a mail server that is down neither loses it nor holds up the case. People are told in their working hours, and
 * of a clock's last rung at any hour.
 */
@Component
public class StaffAlerts implements RungAlert, StaffNotice {

    private static final String TO_READ = "The task “Read message” holds it: open the case again, answer, or leave it.";

    private final AlertRows rows;
    private final Audiences audiences;
    private final Complaints complaints;
    private final Timeline timeline;
    private final Visibility visibility;
    private final Clock clock;

    StaffAlerts(
            AlertRows rows,
            Audiences audiences,
            Complaints complaints,
            Timeline timeline,
            Visibility visibility,
            Clock clock) {
        this.complaints = complaints;
        this.rows = rows;
        this.audiences = audiences;
        this.timeline = timeline;
        this.visibility = visibility;
        this.clock = clock;
    }

    /** What happened, before it is known whom to tell. @param late {@code null} where no clock is late */
    private record News(
            CaseHead file,
            String audience,
            String what,
            CaseClock late,
            boolean atAnyHour,
            String subject,
            String words) {}

    @Override
    public void tell(List<Climbed> rungs) {
        tellAll(rungs.stream().map(StaffAlerts::news).toList());
    }

    private static News news(Climbed climbed) {
        CaseClock late = climbed.clock();
        Rung rung = climbed.rung();
        String what = late.title().replace('_', ' ');
        int percent = rung.percentAt(climbed.turn());
        String subject = percent < 100
                ? "The %s is at %d %% of its time".formatted(what, percent)
                : "The time for the %s is over".formatted(what);
        String cause = late.id() + "/" + rung.claim(climbed.turn());
        return new News(climbed.file(), audience(rung, late), cause, late, rung.anyHour(), subject, subject);
    }

    private static String audience(Rung rung, CaseClock late) {
        if (!rung.audience().equals("asked")) {
            return rung.audience();
        }
        return late.asked().orElse(Groups.LEADS);
    }

    @Override
    public void tell(Complaint complaint, String what, String audience, String subject, String text) {
        tellAll(List.of(new News(complaint.head(), audience, what, null, false, subject, text)));
    }

    @Override
    public void tellPerson(Complaint complaint, String what, String login, String subject, String text) {
        tellAll(List.of(new News(complaint.head(), PERSON + login, what, null, false, subject, text)));
    }

    /** Tells the leads that whoever had a case has it again. */
    @EventListener
    void heldAgain(HeldAgain again) {
        tell(
                complaints.get(again.caseNumber()),
                "held-again/" + again.round(),
                Groups.LEADS,
                "Nobody else can take a case that failed",
                again.sentence() + " Please look at it, or name somebody.");
    }

    /** Tells who handled a case, or their team, that they have something to read, since nothing else waits for it. */
    public void customerWrote(Complaint complaint, String what, String words) {
        String subject = complaint.hasEnded()
                ? "The customer wrote after the case had ended"
                : "The customer wrote, and nothing in the case waits for it";
        tell(complaint, what, "owner", subject, TO_READ + "\n\n" + words);
    }

    /** Tells the same people what the customer did, where there are no words to read. */
    public void customerActed(Complaint complaint, String what, String deed) {
        String subject = complaint.hasEnded() ? deed + ", said after the case had ended" : deed;
        tell(complaint, what, "owner", subject, TO_READ);
    }

    private void tellAll(List<News> all) {
        Instant now = clock.instant();
        AudienceCache cached = new AudienceCache(audiences, now);
        Set<CaseNumber> shielded = visibility.shieldedAmong(
                all.stream().map(news -> news.file().number()).collect(Collectors.toSet()));
        List<Alert> alerts = new ArrayList<>();
        for (News news : all) {
            List<Person> people = told(news, cached, shielded);
            if (people.isEmpty()) {
                notTold(news, TimelineKind.NOBODY_TO_TELL, news.subject() + ", but there is nobody to tell");
            }
            for (Person person : people) {
                if (person.email() == null || person.email().isBlank()) {
                    notTold(news, TimelineKind.NOT_TOLD, person.id() + " has no mail address and was not told");
                } else {
                    alerts.add(alert(news, person, news.atAnyHour() ? now : cached.atWork(person.id())));
                }
            }
        }
        rows.insert(alerts, now);
    }

    /** Whom a case accuses hears nothing of it; where that leaves nobody, those do who watch over it. */
    private List<Person> told(News news, AudienceCache cached, Set<CaseNumber> shielded) {
        List<Person> people = cached.of(news.file(), news.audience());
        CaseNumber caseNumber = news.file().number();
        if (!shielded.contains(caseNumber)) {
            return people;
        }
        List<Person> may = visibility.amongst(people, caseNumber);
        return may.isEmpty() ? visibility.watchersOf(caseNumber) : may;
    }

    /** A complaint about our staff is a lead's to look at, in working hours. */
    @EventListener
    void shielded(Shielded news) {
        String subject = "A complaint is about somebody of ours";
        tell(
                news.complaint(),
                "shielded/" + news.times(),
                "leads",
                subject,
                news.why() + ". The task “Name accused” asks whom it is about.");
    }

    private void notTold(News news, TimelineKind kind, String text) {
        timeline.engineDid(news.file().number(), kind, text);
    }

    private static Alert alert(News news, Person person, Instant notBefore) {
        return new Alert(
                null,
                news.file().number(),
                news.file().round(),
                news.what() + "/" + person.id(),
                person.email(),
                person.id(),
                news.late() == null ? null : news.late().id(),
                news.late() == null ? null : news.late().dueAt(notBefore),
                news.subject(),
                news.words(),
                notBefore);
    }
}
