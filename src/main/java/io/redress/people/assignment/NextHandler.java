package io.redress.people.assignment;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The choice of somebody to look at a case with fresh eyes, with a note where there is nobody. */
@Component
public class NextHandler {

    private final TaskCandidates candidates;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    NextHandler(TaskCandidates candidates, Timeline timeline, ApplicationEventPublisher events) {
        this.candidates = candidates;
        this.timeline = timeline;
        this.events = events;
    }

    /**
     * Who takes the case over from those who had it before: of its team, else one of its leads; empty where there is
     * nobody else. Not always the first of them, so that work is spread, but always the same one for the same case.
     */
    public Optional<String> of(Complaint complaint) {
        List<String> others = List.copyOf(candidates.othersFor(complaint));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        others.get(Math.floorMod(complaint.number().value().hashCode(), others.size())));
    }

    /** Says in the case and to its leads where whoever had it before has it again. */
    public void sayIfNobodyElse(Complaint complaint) {
        Set<String> before = candidates.hadItBefore(complaint);
        if (before.isEmpty()) {
            return;
        }
        String sentence = TeamNotes.hadItBefore(String.join(", ", before));
        timeline.engineDid(complaint.number(), TimelineKind.HAD_IT_BEFORE, sentence);
        events.publishEvent(new HeldAgain(complaint.number(), complaint.round(), sentence));
    }
}
