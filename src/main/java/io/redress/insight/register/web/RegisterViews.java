package io.redress.insight.register.web;

import io.redress.core.input.RefusedInput;
import io.redress.core.input.Years;
import io.redress.core.text.EnumWords;
import io.redress.insight.register.web.RegisterView.LineView;
import io.redress.time.promise.PromiseRegister;
import io.redress.time.promise.PromiseRegister.Line;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import org.springframework.stereotype.Component;

/** The register of promises in the words of API, file and page. */
@Component
class RegisterViews {

    private static final int USUAL_MONTHS = 3;
    private static final int MOST_MONTHS = 24;

    private final PromiseRegister register;

    RegisterViews(PromiseRegister register) {
        this.register = register;
    }

    /**
     * From one month to another.
     *
     * @param from such as {@code 2026-01}; where it is missing, two months before the last
     * @param to the last one; where it is missing, this month
     * @throws RefusedInput where they are no months, the wrong way round or more than two years
     */
    RegisterView of(String from, String to) {
        YearMonth last = month("to", to, register.thisMonth());
        YearMonth first = month("from", from, last.minusMonths(USUAL_MONTHS - 1L));
        if (first.isAfter(last) || first.plusMonths(MOST_MONTHS).minusMonths(1).isBefore(last)) {
            throw new RefusedInput("from", "Must be at most " + MOST_MONTHS + " months up to the last one.");
        }
        return new RegisterView(
                first.toString(),
                last.toString(),
                register.lines(first, last).stream().map(RegisterViews::view).toList());
    }

    private static YearMonth month(String field, String given, YearMonth otherwise) {
        try {
            return given == null || given.isBlank() ? otherwise : Years.near(YearMonth.parse(given));
        } catch (DateTimeException noMonth) {
            throw new RefusedInput(field, "Must be a month such as 2026-01.");
        }
    }

    private static LineView view(Line line) {
        return new LineView(
                line.month().toString(),
                line.team(),
                EnumWords.word(line.kind()),
                line.kept(),
                line.broken(),
                line.open(),
                line.paused(),
                line.released(),
                minutes(line, line.lateness()),
                minutes(line, line.workingLateness()));
    }

    private static Long minutes(Line line, Duration late) {
        return line.broken() == 0 ? null : late.toMinutes();
    }
}
