package io.redress.verification.safety;

import io.redress.complaint.file.CaseHead;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.People.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mail to staff that says that somebody is or may be in danger; nothing else is waited for. */
public interface DangerAlert {

    /**
     * An alarm about one case.
     *
     * @param once what makes it the same alarm in its case
     * @param people those who are told, each with a mail address
     * @param addresses further addresses that are told
     */
    record Alarm(
            CaseHead file, String once, String subject, String words, List<Person> people, List<String> addresses) {}

    /**
     * Writes the alarms down to be mailed at once, in one mail to each; one that somebody is being told is not told
     * twice.
     */
    void give(List<Alarm> alarms);

    /** Whoever does this person's work today; empty where they and their deputies are away. */
    Optional<Person> present(String login);

    /** The first instant from this one on at which the person is at work. */
    Instant atWork(String login, Instant from);

    /** Somebody who was told of a case. @param to a login or an address */
    record Told(String to, Instant at) {}

    /** Everybody who was mailed an alarm about the case, first to last. */
    List<Told> told(CaseNumber caseNumber);
}
