package io.redress.feedback;

import io.redress.complaint.Complaint;
import io.redress.engine.People;
import io.redress.engine.StandIns;
import io.redress.visibility.Visibility;
import io.redress.remedy.Decision;
import io.redress.remedy.Decisions;
import io.redress.verification.Verdict;
import io.redress.verification.Verdicts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds somebody to look at a case with fresh eyes. */
@Component
class NextHandler {

    private final People people;
    private final Verdicts verdicts;
    private final Decisions decisions;
    private final StandIns standIns;
    private final Visibility visibility;

    NextHandler(
            People people, Verdicts verdicts, Decisions decisions, StandIns standIns, Visibility visibility) {
        this.people = people;
        this.verdicts = verdicts;
        this.decisions = decisions;
        this.standIns = standIns;
        this.visibility = visibility;
    }

    /** Who takes the case over from those who had it in its present round; empty where there is nobody else. */
    Optional<String> after(Complaint complaint) {
        Set<String> before = new HashSet<>();
        before.add(complaint.owner());
        verdicts.latest(complaint).map(Verdict::foundBy).ifPresent(before::add);
        decisions.latest(complaint).map(Decision::decidedBy).ifPresent(before::add);
        return anyOf(complaint.team(), complaint, before).or(() -> anyOf("leads", complaint, before));
    }

    /** Not always the first one, so that work is spread; the same one for the same case. */
    private Optional<String> anyOf(String group, Complaint complaint, Set<String> before) {
        List<String> others = visibility.amongst(people.group(group), complaint.number()).stream()
                .map(People.Person::id)
                .filter(person -> !before.contains(person) && !standIns.isAway(person))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        others.get(Math.floorMod(complaint.number().value().hashCode(), others.size())));
    }
}
