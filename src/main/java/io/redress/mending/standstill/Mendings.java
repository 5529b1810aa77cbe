package io.redress.mending.standstill;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The record of standstills: what stands still right now, and who did what about it. */
@Component
public class Mendings {

    private final MendingRows rows;
    private final Timeline timeline;
    private final Clock clock;

    Mendings(MendingRows rows, Timeline timeline, Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Where a case stands still, the longest open one where it does so in several places; empty while it moves. */
    public Optional<Mending> openOf(CaseNumber caseNumber) {
        return rows.openOf(caseNumber);
    }

    /** @throws IllegalStateException where there is no such mending */
    public Mending get(UUID id) {
        return rows.find(id).orElseThrow(() -> new IllegalStateException("There is no mending " + id));
    }

    /**
     * Notes that a branch stands still.
     *
     * @param step the step's label
     * @return empty where a task about it is open already
     */
    @Transactional
    public Optional<UUID> open(Standstill found, String step) {
        Optional<UUID> opened = rows.open(found, step, clock.instant());
        if (opened.isPresent() && found.caseNumber() != null) {
            timeline.engineDid(
                    found.caseNumber(),
                    TimelineKind.STANDS_STILL,
                    "Stands still at “%s”: %s.".formatted(step, found.reason()));
        }
        return opened;
    }

    /** Notes which of the engine's processes holds the task. */
    public void taskOpened(UUID id, String taskProcess) {
        rows.taskOpened(id, taskProcess);
    }

    /** The next open ones in the order of their ids. */
    public List<Mending> open(boolean aboutJobs, UUID after, int most) {
        return rows.open(aboutJobs, after, most);
    }

    /**
     * Notes what a person does about it, and why.
     *
     * @throws RefusedInput where somebody else did something about it first, or the cause is gone
     */
    @Transactional
    public void mended(Mending mending, MendingChoice choice, String by, String reason) {
        if (!rows.end(mending.id(), choice.name(), by, reason, clock.instant())) {
            throw mendedAlready();
        }
        if (mending.caseNumber() != null) {
            timeline.add(
                    mending.caseNumber(),
                    by,
                    TimelineKind.MENDED,
                    "“%s” stood still: %s. Reason given: %s".formatted(mending.step(), did(choice), reason));
        }
    }

    /** The refusal for whoever comes second. */
    public static RefusedInput mendedAlready() {
        return new RefusedInput(
                "mend", "This is mended already, by somebody else or because the cause was gone. Nothing was stored.");
    }

    private static String did(MendingChoice choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Notes that the cause has gone by itself. @return whether the mending was open */
    @Transactional
    public boolean causeGone(Mending mending) {
        boolean open = rows.end(mending.id(), "GONE", null, null, clock.instant());
        if (open && mending.caseNumber() != null) {
            timeline.engineDid(
                    mending.caseNumber(),
                    TimelineKind.MOVES_AGAIN,
                    "“%s” moves again by itself.".formatted(mending.step()));
        }
        return open;
    }
}
