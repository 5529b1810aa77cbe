package io.redress.redesign.diagram;

import io.redress.engine.guard.ModelBean;
import io.redress.engine.guard.ModelBeans;
import io.redress.engine.guard.ModelExpression;
import io.redress.redesign.diagram.Drawn.Step;
import io.redress.redesign.lint.Finding;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/**
 * The rules for timers: each waits for a while that is written down, or until a time that a bean of the house works out.
 * What repeats does so a few times.
 */
@Component
class TimerLengths implements DiagramRule {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration SHORTEST_REPEATED = Duration.ofMinutes(1);

    /** The two years of the legal guarantee, Directive (EU) 2019/771, Article 10: nothing about a purchase waits longer. */
    private static final Duration LONGEST = Duration.ofDays(2 * 366);

    private static final int MOST_REPEATS = 100;

    private static final Pattern REPEATED = Pattern.compile("R(\\d*)/(.+)");
    private static final Pattern LENGTH = Pattern.compile("P(?=.)((?:\\d+[YMWD])*)(?:T((?:\\d+(?:\\.\\d+)?[HMS])+))?");

    private final ModelBeans beans;

    TimerLengths(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public Stream<Finding> check(Drawn drawn) {
        return drawn.all().flatMap(step -> Diagrams.definitions(step.node())
                .filter(TimerEventDefinition.class::isInstance)
                .flatMap(timer -> check(step, (TimerEventDefinition) timer)));
    }

    private Stream<Finding> check(Step step, TimerEventDefinition timer) {
        String duration = text(timer.getTimeDuration());
        String date = text(timer.getTimeDate());
        String cycle = text(timer.getTimeCycle());
        String written = Stream.of(duration, date, cycle)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        if (written.isEmpty()) {
            return Stream.of(step.error("timer-empty", step.label()));
        }
        if (written.contains("${") || written.contains("#{")) {
            return workedOut(step, written).stream();
        }
        if (date != null) {
            return Stream.of(step.error("timer-fixed-date", written, step.label()));
        }
        return (cycle != null ? repeated(step, cycle) : length(step, duration, SHORTEST)).stream();
    }

    /** A bean of ours knows when; a bare variable may say anything, but the absences of people are dates by their type. */
    private Optional<Finding> workedOut(Step step, String written) {
        Optional<ModelExpression> expression = Conditions.parse(written);
        boolean ours = expression.isPresent()
                && expression.get().members().stream()
                        .anyMatch(member -> member.root() != null
                                && member.arguments() != null
                                && beans.marked(member.root(), ModelBean.class).isPresent());
        boolean date = expression.isPresent()
                && Optional.ofNullable(Steps.bean(written))
                        .flatMap(Conditions::type)
                        .filter(Date.class::equals)
                        .isPresent();
        return ours || date || expression.isEmpty()
                ? Optional.empty()
                : Optional.of(step.error("timer-worked-out", written, step.label()));
    }

    private static Optional<Finding> repeated(Step step, String cycle) {
        Matcher repeated = REPEATED.matcher(cycle);
        if (!repeated.matches()) {
            return Optional.of(step.error("timer-repeats", cycle, MOST_REPEATS, step.label()));
        }
        String times = repeated.group(1);
        boolean once = step.node() instanceof StartEvent || step.node() instanceof BoundaryEvent;
        if (times.isEmpty() || times.length() > 3 || Integer.parseInt(times) > MOST_REPEATS || !once) {
            return Optional.of(step.error("timer-repeats", cycle, MOST_REPEATS, step.label()));
        }
        return length(step, repeated.group(2), SHORTEST_REPEATED);
    }

    private static Optional<Finding> length(Step step, String written, Duration shortest) {
        Optional<Duration> length = parse(written);
        if (length.isEmpty()) {
            return Optional.of(step.error("timer-unreadable", written, step.label()));
        }
        if (length.get().compareTo(shortest) < 0) {
            return Optional.of(step.error("timer-too-short", written, shortest.toSeconds(), step.label()));
        }
        return length.get().compareTo(LONGEST) > 0
                ? Optional.of(step.error("timer-too-long", written, step.label()))
                : Optional.empty();
    }

    /** An ISO 8601 duration with calendar and clock parts; a month is taken for thirty days. */
    private static Optional<Duration> parse(String written) {
        Matcher length = LENGTH.matcher(written);
        if (!length.matches()) {
            return Optional.empty();
        }
        try {
            Duration days = length.group(1).isEmpty()
                    ? Duration.ZERO
                    : Duration.ofDays(days(Period.parse("P" + length.group(1))));
            Duration clock = length.group(2) == null ? Duration.ZERO : Duration.parse("PT" + length.group(2));
            return Optional.of(days.plus(clock));
        } catch (DateTimeParseException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    private static long days(Period period) {
        return period.toTotalMonths() * 30 + period.getDays();
    }

    private static String text(ModelElementInstance time) {
        return time == null ? null : time.getTextContent().strip();
    }
}
