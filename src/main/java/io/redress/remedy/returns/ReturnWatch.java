package io.redress.remedy.returns;

import io.redress.engine.guard.ModelBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Stream;

/** The times at which to look whether goods have come back. */
@ModelBean("returnWatch")
public class ReturnWatch {

    private static final Duration OFTEN = Duration.ofHours(12);

    private final GoodsReturns returns;
    private final Clock clock;

    ReturnWatch(GoodsReturns returns, Clock clock) {
        this.returns = returns;
        this.clock = clock;
    }

    /** For the timer in the diagram: the next look, and exactly when a reminder or the end of waiting is due. */
    public Date nextLookAt(String returnId) {
        Instant now = clock.instant();
        GoodsReturn goods = returns.get(UUID.fromString(returnId));
        return Stream.of(now.plus(OFTEN), goods.remindAt(), goods.expectedBy())
                .filter(at -> at != null && at.isAfter(now))
                .min(Instant::compareTo)
                .map(Date::from)
                .orElseThrow();
    }

    /** For the choice in the diagram: whether the parcel has come, so that there is nothing left to call off. */
    public boolean hasArrived(String returnId) {
        return returns.hasArrived(UUID.fromString(returnId));
    }
}
