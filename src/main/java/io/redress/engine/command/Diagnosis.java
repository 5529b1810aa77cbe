package io.redress.engine.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.redress.core.input.RefusedInput;
import io.redress.outside.wire.Unavailable;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.core.convert.ConversionException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The reason why a step failed, in words that somebody who works on cases understands.
 *
 * @param kind what has to happen before another attempt can succeed
 * @param words one sentence in English without a full stop
 * @param detail what an operator wants to know besides: the innermost exception; holds nothing that was sent to us
 */
public record Diagnosis(Kind kind, String words, String detail) {

    /** What has to happen before another attempt can succeed. */
    public enum Kind {
        /** Somebody outside has to answer again; for as long as they do not, nothing is wrong with the step. */
        OUTAGE,
        /** Somebody outside has to have room for a call; nobody was asked, so this was no attempt. */
        NOT_ASKED,
        /** Nothing: the same was changed at the same moment. */
        CONFLICT,
        /** Somebody has to correct the diagram, the data or the program. */
        FAULT
    }

    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_DETAIL = 2_000;

    /** Classes 08 and 57 of SQL: no connection, or the server stops; 53: it has run out of something. */
    private static final Set<String> DATABASE_AWAY = Set.of("08", "53", "57");

    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");

    private static final Set<Class<?>> UNREADABLE = Set.of(
            DateTimeException.class,
            NumberFormatException.class,
            ArithmeticException.class,
            ClassCastException.class,
            ConversionException.class,
            DataIntegrityViolationException.class,
            UncheckedIOException.class,
            NoSuchElementException.class,
            JsonProcessingException.class);

    /** What the engine says of a name in a diagram that nothing has, each with the place of the name. */
    private static final List<Pattern> UNKNOWN_NAMES = List.of(
            Pattern.compile("Cannot resolve identifier '([^']{1,200})'"),
            Pattern.compile("Unknown (?:property|method) used in expression: [#$]\\{([^}]{1,200})"),
            Pattern.compile("Cannot find (?:property|method) (\\S{1,200})"),
            Pattern.compile("no processes? deployed with key '([^']{1,200})'", Pattern.CASE_INSENSITIVE),
            Pattern.compile("no decision definition deployed with key '?([^']{1,200})'?", Pattern.CASE_INSENSITIVE),
            Pattern.compile("An expression may not use '([^']{1,200})'"),
            Pattern.compile("The process variable (\\S{1,200}) is not set"));

    private static final Pattern NO_WAY_ON = Pattern.compile(
            "No outgoing sequence flow (?:of|for) (?:the )?.{0,60}?(?:could be selected|found)", Pattern.DOTALL);

    /** Finds the reason in the chain of causes. */
    public static Diagnosis of(Throwable failure) {
        List<Throwable> causes = ExceptionUtils.getThrowableList(failure);
        Throwable innermost = causes.get(causes.size() - 1);
        String detail = shortened(innermost.getClass().getSimpleName() + ": " + innermost.getMessage(), LONGEST_DETAIL);
        return first(causes, Diagnosis::outage)
                .map(words -> new Diagnosis(
                        wasAsked(causes) ? Kind.OUTAGE : Kind.NOT_ASKED, shortened(words, LONGEST_WORDS), detail))
                .or(() -> isConflict(failure)
                        ? Optional.of(new Diagnosis(
                                Kind.CONFLICT, "The case was changed by somebody else at the same moment", detail))
                        : Optional.empty())
                .orElseGet(() -> new Diagnosis(Kind.FAULT, shortened(fault(causes), LONGEST_WORDS), detail));
    }

    /**
     * Whether the engine's tables or ours were changed at the same moment, so that nothing is wrong with what failed.
     */
    static boolean isConflict(Throwable failure) {
        return ExceptionUtils.stream(failure)
                .anyMatch(cause -> cause instanceof OptimisticLockingException
                        || cause instanceof ConcurrencyFailureException
                        || cause instanceof SQLException sql && CONFLICTS.contains(String.valueOf(sql.getSQLState())));
    }

    private static boolean wasAsked(List<Throwable> causes) {
        return causes.stream().noneMatch(cause -> cause instanceof Unavailable unavailable && !unavailable.wasAsked());
    }

    private static Optional<String> outage(Throwable cause) {
        if (cause instanceof Unavailable unavailable) {
            return unavailable.isWorthRetrying()
                    ? Optional.of(capitalised(unavailable.who()) + " does not answer")
                    : Optional.empty();
        }
        boolean away = cause instanceof SQLException sql && isAway(sql)
                || cause instanceof CannotCreateTransactionException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof TransientDataAccessException && !(cause instanceof ConcurrencyFailureException);
        return away ? Optional.of("The database does not answer") : Optional.empty();
    }

    /** The connection pool reports a lost connection without an SQL state. */
    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() == 5 && DATABASE_AWAY.contains(state.substring(0, 2));
    }

    private static String fault(List<Throwable> causes) {
        return first(causes, Diagnosis::endless)
                .or(() -> first(causes, Diagnosis::refusal))
                .or(() -> first(causes, Diagnosis::unknownName))
                .or(() -> first(causes, Diagnosis::noWayOn))
                .or(() -> first(causes, Diagnosis::unreadable))
                .orElse("The step ended with an error that nobody foresaw");
    }

    private static Optional<String> endless(Throwable cause) {
        return cause instanceof EndlessSteps ? Optional.of(cause.getMessage()) : Optional.empty();
    }

    private static Optional<String> refusal(Throwable cause) {
        if (cause instanceof Unavailable unavailable) {
            return Optional.of("No later attempt can help: " + unavailable.getMessage());
        }
        return cause instanceof RefusedInput
                ? Optional.of("What the step was given is refused: " + cause.getMessage())
                : Optional.empty();
    }

    private static Optional<String> unknownName(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        return UNKNOWN_NAMES.stream()
                .map(pattern -> pattern.matcher(said))
                .filter(Matcher::find)
                .map(found -> "The diagram asks for something that does not exist: "
                        + found.group(1).strip())
                .findFirst();
    }

    private static Optional<String> noWayOn(Throwable cause) {
        return NO_WAY_ON.matcher(String.valueOf(cause.getMessage())).find()
                ? Optional.of("The diagram has no way on: no answer of a question fits this case")
                : Optional.empty();
    }

    private static Optional<String> unreadable(Throwable cause) {
        return UNREADABLE.stream().anyMatch(type -> type.isInstance(cause))
                ? Optional.of("Data of the case cannot be read or kept")
                : Optional.empty();
    }

    private static Optional<String> first(List<Throwable> causes, Function<Throwable, Optional<String>> reading) {
        return causes.stream().map(reading).flatMap(Optional::stream).findFirst();
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String shortened(String text, int longest) {
        String printable = text.replace('\0', ' ');
        return printable.length() <= longest ? printable : printable.substring(0, longest - 1) + "…";
    }
}
