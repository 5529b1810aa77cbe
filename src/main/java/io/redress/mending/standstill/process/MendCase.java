package io.redress.mending.standstill.process;

import io.redress.core.input.RefusedInput;
import io.redress.core.staff.People;
import io.redress.core.text.EnumWords;
import io.redress.engine.step.StepContract;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadsForm;
import io.redress.engine.task.SubmittedForm;
import io.redress.mending.standstill.Mending;
import io.redress.mending.standstill.MendingChoice;
import io.redress.mending.standstill.Mendings;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * The listener of the task <i>Mend case</i>: shows a person what stands still, and does what the person decides about
 * it.
 */
@Component
@StepContract(reads = {MendCase.MENDING_ID, MendCase.TEAM})
@ReadsForm(
        value = "mendCase",
        on = {TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_COMPLETE})
class MendCase implements TaskListener, FormReader {

    private static final ReadForm FORM =
            ReadForm.of("mendCase").choice("mend", MendingChoice.class).needs("reason");

    /** Names the mending that a process is about. */
    static final String MENDING_ID = "mendingId";

    /** Names the groups that may mend it. */
    static final String TEAM = "mendTeam";

    private static final int LONGEST_REASON = 4_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm z", Locale.ENGLISH);

    private final Mendings mendings;
    private final Map<MendingChoice, WayOn> ways;
    private final People people;
    private final Clock clock;

    MendCase(Mendings mendings, List<WayOn> ways, People people, Clock clock) {
        this.mendings = mendings;
        this.ways = ways.stream().collect(Collectors.toMap(WayOn::choice, Function.identity()));
        this.people = people;
        this.clock = clock;
    }

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public void notify(DelegateTask task) {
        String id = (String) task.getVariable(MENDING_ID);
        if (id == null) {
            // Somebody else has completed the task at this very moment, and its variables are gone already.
            throw Mendings.mendedAlready();
        }
        Mending mending = mendings.get(UUID.fromString(id));
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            show(task, mending);
        } else {
            mend(task, mending);
        }
    }

    private void show(DelegateTask task, Mending mending) {
        task.setVariableLocal("mendStep", mending.step());
        task.setVariableLocal("mendReason", mending.reason());
        task.setVariableLocal("mendSince", TIME.format(mending.since().atZone(clock.getZone())));
        task.setVariableLocal("mendAttempts", mending.attempts() == 0 ? "–" : mending.attempts() + " times");
        task.setVariableLocal("mendDetail", mending.detail());
    }

    private void mend(DelegateTask task, Mending mending) {
        Map<String, Object> form = SubmittedForm.take(task, FORM.fields());
        MendingChoice choice = EnumWords.constant(MendingChoice.class, SubmittedForm.text(form, "mend"))
                .orElseThrow(
                        () -> new RefusedInput("mend", "Choose one of " + EnumWords.words(MendingChoice.class) + "."));
        String reason = SubmittedForm.text(form, "reason");
        if (reason == null || reason.length() > LONGEST_REASON) {
            throw new RefusedInput("reason", "Say why, in at most %d characters.".formatted(LONGEST_REASON));
        }
        String by = people.currentUserId();
        // First, because it decides which of several people who mend at once goes on.
        mendings.mended(mending, choice, by, reason);
        ways.get(choice).go(mending, by, reason);
    }
}
