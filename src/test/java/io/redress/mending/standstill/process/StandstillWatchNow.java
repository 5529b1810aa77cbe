package io.redress.mending.standstill.process;

import org.springframework.context.ApplicationContext;

/** Has the watch look at this moment instead of within a minute. */
public final class StandstillWatchNow {

    private final StandstillWatch watch;

    public StandstillWatchNow(ApplicationContext application) {
        this.watch = application.getBean(StandstillWatch.class);
    }

    public void look() {
        watch.lookAtFailures();
        watch.lookAtCases();
    }
}
