package io.redress.time.ladder;

import static java.util.Comparator.naturalOrder;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.time.clock.CaseClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rungs of cases that lie ahead, and when they are due. */
@Component
public class RungSchedule {

    private final RungRows rows;
    private final Rungs rungs;

    public RungSchedule(RungRows rows, Rungs rungs) {
        this.rows = rows;
        this.rungs = rungs;
    }

    /** One climbing that is still to come. @param turn which one, of a rung that is climbed repeatedly */
    record Step(CaseClock clock, Rung rung, int turn, Instant at) {

        CaseNumber caseNumber() {
            return new CaseNumber(clock.caseNumber());
        }

        String claim() {
            return rung.claim(turn);
        }
    }

    /**
     * When the next rung of each case is to be climbed; without those cases whose clocks all have ended or stand still.
     */
    Map<CaseNumber, Instant> next(List<CaseClock> clocks) {
        return ahead(clocks)
                .collect(Collectors.toMap(Step::caseNumber, Step::at, BinaryOperator.minBy(naturalOrder())));
    }

    /**
     * What is due, in the order in which it became due. Of a rung that became due several times, as during an outage,
     * only the latest turn is left.
     */
    List<Step> due(List<CaseClock> clocks, Instant now) {
        return ahead(clocks)
                .filter(step -> !step.at().isAfter(now))
                .map(step -> latest(step, now))
                .sorted(Comparator.comparing(Step::at))
                .toList();
    }

    private Stream<Step> ahead(List<CaseClock> clocks) {
        List<CaseClock> ticking = clocks.stream()
                .filter(clock -> clock.isOwed() && !clock.isPaused())
                .toList();
        Map<Long, Set<String>> climbed = rows.climbed(ticking);
        return ticking.stream().flatMap(clock -> rungs.of(clock.kind(), clock.ladder()).stream()
                .flatMap(rung -> ahead(clock, rung, climbed.getOrDefault(clock.id(), Set.of())).stream()));
    }

    private static Optional<Step> ahead(CaseClock clock, Rung rung, Set<String> climbed) {
        int turn = 0;
        for (String claim : climbed) {
            turn = Math.max(turn, turnsOf(rung, claim));
        }
        return turn > 0 && rung.repeatEvery() == 0
                ? Optional.empty()
                : Optional.of(new Step(clock, rung, turn, clock.at(rung.percentAt(turn))));
    }

    /** @return how many turns of the rung are over where this was claimed; 0 where it is a claim of another rung */
    private static int turnsOf(Rung rung, String claim) {
        if (claim.equals(rung.name())) {
            return 1;
        }
        String number = claim.startsWith(rung.name() + " ")
                ? claim.substring(rung.name().length() + 1)
                : "";
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
    }

    private static Step latest(Step step, Instant now) {
        CaseClock clock = step.clock();
        Rung rung = step.rung();
        if (rung.repeatEvery() == 0) {
            return step;
        }
        Duration budget = clock.budget();
        long percent = clock.consumed(now).multipliedBy(100).dividedBy(budget);
        int turn = Math.max(step.turn(), (int) ((percent - rung.percent()) / rung.repeatEvery()));
        return new Step(clock, rung, turn, clock.at(rung.percentAt(turn)));
    }
}
