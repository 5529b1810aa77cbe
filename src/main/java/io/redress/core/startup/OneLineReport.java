package io.redress.core.startup;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The last line on the console: why the application did not start and what to do about it. */
@Order(Ordered.LOWEST_PRECEDENCE)
class OneLineReport implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println(line(analysis));
    }

    static String line(FailureAnalysis analysis) {
        var action = analysis.getAction() == null ? "" : " To put it right: " + flat(analysis.getAction()) + ".";
        return "Redress did not start: " + flat(analysis.getDescription()) + "." + action;
    }

    private static String flat(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }
}
