package io.redress.mending.standstill.process;

import static org.awaitility.Awaitility.await;

import io.redress.mending.standstill.Standstill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Has the watch look at this moment instead of within a minute. */
public final class StandstillWatchNow {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StandstillWatch watch;
    private final Standstills standstills;

    public StandstillWatchNow(ApplicationContext application) {
        this.watch = application.getBean(StandstillWatch.class);
        this.standstills = application.getBean(Standstills.class);
    }

    /** The names of what stands still, found by looking at so many processes at once. */
    public List<String> standing(int atOnce) {
        List<String> names = new ArrayList<>();
        standstills.standing(
                atOnce, found -> found.stream().map(Standstill::branch).forEach(names::add));
        return names;
    }

    /** A look that is under way already may have passed what this one is about; it comes after that. */
    public void look() {
        await().atMost(PATIENCE).until(watch::lookAtFailures);
        await().atMost(PATIENCE).until(watch::lookAtCases);
    }
}
