package io.redress.correspondence;

import io.redress.complaint.Complaint;
import io.redress.complaint.Timeline;
import io.redress.complaint.Words;
import io.redress.correspondence.Letter.Body;
import io.redress.correspondence.Message.Direction;
import io.redress.correspondence.Message.Status;
import io.redress.correspondence.MessageRows.Draft;
import io.redress.deadline.CaseClock;
import io.redress.deadline.Rung;
import io.redress.deadline.RungAlert;
import io.redress.engine.People;
import io.redress.engine.People.Person;
import io.redress.remedy.GoodsAlert;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What staff hear of by mail. An alert is written down with what caused it and mailed by {@link StaffMail}, so that a mail
 * server that is down neither loses it nor holds up the case.
 */
@Component
class StaffAlerts implements RungAlert, GoodsAlert {

    private final MessageRows rows;
    private final LetterForm form;
    private final People people;
    private final TaskLinks links;
    private final CorrespondenceProperties properties;
    private final Timeline timeline;
    private final Clock clock;

    StaffAlerts(
            MessageRows rows,
            LetterForm form,
            People people,
            TaskLinks links,
            CorrespondenceProperties properties,
            Timeline timeline,
            Clock clock) {
        this.rows = rows;
        this.form = form;
        this.people = people;
        this.links = links;
        this.properties = properties;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public void tell(Complaint complaint, CaseClock late, Rung rung, int turn) {
        Instant now = clock.instant();
        String what = Words.word(late.kind()).replace('_', ' ');
        boolean over = !late.dueAt().isAfter(now);
        String subject = over ? "The %s is overdue".formatted(what) : "The %s is due soon".formatted(what);
        Body body = new Body()
                .say("%s of its time is used up."
                        .formatted(late.consumed(now).multipliedBy(100).dividedBy(late.budget()) + " %"))
                .list(List.of(
                        new Fact("Due", staff().moment(late.dueAt())),
                        new Fact("Owner", complaint.owner() == null ? "nobody yet" : complaint.owner()),
                        new Fact("Team", complaint.team()),
                        new Fact("Priority", String.valueOf(complaint.priority()))));
        alert(
                complaint,
                late.id() + "/" + rung.name() + (turn == 0 ? "" : " " + (turn + 1)),
                audience(complaint, rung.audience()),
                subject,
                body);
    }

    @Override
    public void tell(Complaint complaint, String what, String audience, String subject, String text) {
        alert(complaint, what, audience(complaint, audience), subject, new Body().say(text));
    }

    /** Tells who handled a case, or their team, that the customer wrote although nothing waits for it any more. */
    void customerWrote(Complaint complaint, UUID messageId, String words) {
        Body body = new Body()
                .say("The case has ended, so this has no task; the customer sees what they wrote on their page.")
                .say(words);
        String subject = "The customer wrote after the case had ended";
        alert(complaint, messageId.toString(), audience(complaint, "owner"), subject, body);
    }

    private void alert(Complaint complaint, String what, List<Person> audience, String subject, Body body) {
        if (audience.isEmpty()) {
            timeline.engineDid(complaint.number(), "nobody_to_tell", subject + ", but there is nobody to tell");
        }
        for (Person person : audience) {
            if (person.email() == null || person.email().isBlank()) {
                timeline.engineDid(
                        complaint.number(), "not_told", person.id() + " has no mail address and was not told");
                continue;
            }
            Letter letter =
                    new Letter(Locale.ENGLISH, subject, "Hello " + person.displayName() + ",", body.blocks(), "");
            Draft draft = new Draft(
                    Direction.STAFF,
                    MessageKind.ALERT,
                    what + "/" + person.id(),
                    person.email(),
                    null,
                    form.alert(complaint, letter, link(complaint)),
                    Status.DUE);
            rows.insert(complaint, draft, clock.instant());
        }
    }

    private List<Person> audience(Complaint complaint, String name) {
        return switch (name) {
            case "owner" ->
                complaint.owner() == null
                        ? people.group(complaint.team())
                        : people.find(complaint.owner()).map(List::of).orElseGet(() -> people.group(complaint.team()));
            case "team" -> people.group(complaint.team());
            default -> people.group(name);
        };
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
