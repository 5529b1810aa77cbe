package io.redress.conversation.alert;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.People.Person;
import io.redress.verification.safety.DangerAlert;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails about people in danger. Each is written down with its alarms and goes out at once: it waits neither for
 * working hours nor for other news, and queues behind no other mail.
 */
@Component
class AlarmMail implements DangerAlert {

    private final AlertRows alerts;
    private final StaffMailRows mails;
    private final Audiences audiences;
    private final Clock clock;

    AlarmMail(AlertRows alerts, StaffMailRows mails, Audiences audiences, Clock clock) {
        this.alerts = alerts;
        this.mails = mails;
        this.audiences = audiences;
        this.clock = clock;
    }

    /** The recipient of a mail. @param login {@code null} where it is an address of nobody in particular */
    private record Recipient(String address, String login) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(List<Alarm> alarms) {
        Instant now = clock.instant();
        for (Alarm alarm : alarms) {
            Stream.concat(
                            alarm.people().stream().map(person -> new Recipient(person.email(), person.id())),
                            alarm.addresses().stream().map(address -> new Recipient(address, null)))
                    .distinct()
                    .forEach(recipient -> write(recipient, alarm, now));
        }
    }

    /** One case a mail: its subject says that somebody is in danger, however many cases there are. */
    private void write(Recipient recipient, Alarm alarm, Instant now) {
        if (!alerts.isBeingTold(alarm.file().number(), recipient.address())) {
            UUID mail = mails.openUrgent(recipient.address(), recipient.login(), now);
            alerts.insertInto(mail, List.of(alert(alarm, recipient, now)), now);
        }
    }

    private static Alert alert(Alarm alarm, Recipient recipient, Instant now) {
        return new Alert(
                null,
                alarm.file().number(),
                alarm.file().round(),
                alarm.once() + "/" + recipient.address(),
                recipient.address(),
                recipient.login(),
                null,
                null,
                alarm.subject(),
                alarm.words(),
                now);
    }

    @Override
    public Optional<Person> present(String login) {
        return audiences.present(login);
    }

    @Override
    public Instant atWork(String login, Instant from) {
        return audiences.atWork(login, from);
    }

    @Override
    public List<Told> told(CaseNumber caseNumber) {
        return alerts.toldOfDanger(caseNumber);
    }
}
