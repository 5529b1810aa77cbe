package io.redress.mending.standstill.process;

import org.springframework.context.ApplicationContext;

/** Has the watch look at this moment instead of within a minute. */
public final class WatchNow {

    private final Watch watch;

    public WatchNow(ApplicationContext application) {
        this.watch = application.getBean(Watch.class);
    }

    public void look() {
        watch.lookAtFailures();
        watch.lookAtCases();
    }
}
