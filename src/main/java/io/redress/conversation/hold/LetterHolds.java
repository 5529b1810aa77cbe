package io.redress.conversation.hold;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.conversation.outbox.HeldLetterTasks;
import io.redress.conversation.outbox.HoldReason;
import io.redress.conversation.outbox.LettersHold;
import io.redress.conversation.outbox.LettersHoldRows;
import io.redress.conversation.outbox.Message;
import io.redress.conversation.outbox.Outbox;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.text.EnumWords;
import io.redress.engine.guard.ModelBean;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/**
 * The holds on a case's letters: while one is open, nothing goes out to the customer but what a person writes and sends
 * on purpose, and nobody gets the task to tell it. The clocks run, and a person is asked. What waited goes out once the
 * letters are let go, in order; what has become untrue meanwhile does not.
 */
@ModelBean("letterHolds")
public class LetterHolds {

    private static final Set<String> LEADING = Set.of(Groups.LEADS, Groups.MANAGERS, Groups.ADMINISTRATORS);

    private final LettersHoldRows rows;
    private final Outbox outbox;
    private final Correspondence correspondence;
    private final HeldLetterTasks tasks;
    private final Complaints complaints;
    private final Timeline timeline;
    private final People people;
    private final Clock clock;

    LetterHolds(
            LettersHoldRows rows,
            Outbox outbox,
            Correspondence correspondence,
            HeldLetterTasks tasks,
            Complaints complaints,
            Timeline timeline,
            People people,
            Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.correspondence = correspondence;
        this.tasks = tasks;
        this.complaints = complaints;
        this.timeline = timeline;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Holds the letters of a case; where they are held already, nothing changes.
     *
     * @param by a login, or {@code redress} where words were recognised
     * @param note {@code null} for nothing
     */
    @Transactional
    public void hold(CaseNumber caseNumber, HoldReason reason, String by, String note) {
        if (rows.hold(caseNumber, new LettersHold(reason, note, by, clock.instant()))) {
            String why =
                    "Letters are held: " + EnumWords.word(reason).replace('_', ' ') + (note == null ? "" : ". " + note);
            timeline.add(caseNumber, by, TimelineKind.LETTERS_HELD, why);
            outbox.holdBack(caseNumber);
            tasks.ask(caseNumber);
        }
    }

    /**
     * Lets the letters of a case go; nothing happens where none are held.
     *
     * @throws RefusedInput without a reason
     */
    @Transactional
    public void release(CaseNumber caseNumber, String by, String reason) {
        if (letGo(caseNumber, by, reason)) {
            tasks.letGo(caseNumber);
        }
    }

    /** The same in the task that asks, which sends what waits itself. */
    @Transactional
    public boolean letGo(CaseNumber caseNumber, String by, String reason) {
        requireReason(reason);
        requireLead(caseNumber, by);
        boolean held = rows.letGo(caseNumber, by, reason, clock.instant());
        if (held) {
            timeline.add(caseNumber, by, TimelineKind.LETTERS_LET_GO, "Letters go out again: " + reason);
        }
        return held;
    }

    /** Lets what waits never go out; the letters stay held. */
    @Transactional
    public void drop(CaseNumber caseNumber, String by, String reason) {
        requireReason(reason);
        requireLead(caseNumber, by);
        outbox.held(caseNumber).forEach(message -> outbox.drop(message, by, reason));
    }

    /** @throws RefusedInput where the reason is one that a lead decides about, and this is none */
    private void requireLead(CaseNumber caseNumber, String by) {
        if (isForLeads(caseNumber) && people.groupsOf(by).stream().noneMatch(LEADING::contains)) {
            throw new RefusedInput("reason", "Only a lead lets these letters go, or go to waste.");
        }
    }

    private static void requireReason(String reason) {
        if (reason == null) {
            throw new RefusedInput("reason", "Say why; it is kept.");
        }
    }

    /** A letter that a person writes on purpose although letters are held. @return its id */
    @Transactional
    public UUID write(CaseNumber caseNumber, String once, String words, String by) {
        return correspondence.reply(caseNumber, once, words, by);
    }

    /** Sends what waited, in order, each once; safe to repeat. */
    @Transactional
    public void sendWaiting(CaseNumber caseNumber) {
        Optional<LettersHold> was = rows.latest(caseNumber);
        if (isHeld(caseNumber)) {
            return;
        }
        List<Message> waiting = outbox.held(caseNumber);
        for (Message message : waiting) {
            Complaint complaint = complaints.get(caseNumber);
            boolean dead =
                    was.filter(hold -> hold.reason() == HoldReason.DECEASED).isPresent();
            if (OutdatedLetters.is(message, complaint, correspondence.conversation(caseNumber), dead)) {
                outbox.drop(message, "redress", "it is out of date");
            } else {
                outbox.sendHeld(message, complaint);
            }
        }
    }

    private boolean isForLeads(CaseNumber caseNumber) {
        return rows.open(caseNumber).filter(hold -> hold.reason().isForLeads()).isPresent();
    }

    public Optional<LettersHold> find(CaseNumber caseNumber) {
        return rows.open(caseNumber);
    }

    /** The letters that wait, oldest first. */
    public List<Message> waiting(CaseNumber caseNumber) {
        return outbox.held(caseNumber);
    }

    public boolean isHeld(CaseNumber caseNumber) {
        return rows.open(caseNumber).isPresent();
    }

    /** For the task in the diagram: the groups that are asked about the letters, separated by commas. */
    public String asked(String caseNumber) {
        return isForLeads(new CaseNumber(caseNumber)) ? Groups.LEADS : Groups.HANDLERS + "," + Groups.LEADS;
    }

    /** For the gateway in the diagram. */
    public boolean isHeld(String caseNumber) {
        return isHeld(new CaseNumber(caseNumber));
    }
}
