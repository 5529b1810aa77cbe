package io.redress.engine.command;

import static io.redress.engine.command.Diagnosis.Kind.CONFLICT;
import static io.redress.engine.command.Diagnosis.Kind.FAULT;
import static io.redress.engine.command.Diagnosis.Kind.OUTAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.redress.core.input.RefusedInput;
import io.redress.engine.command.Diagnosis.Kind;
import io.redress.outside.wire.Unavailable;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.format.DateTimeParseException;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

class DiagnosisTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new Away(true), OUTAGE, "The shop does not answer"),
                arguments(new ProcessEngineException("outer", new Away(true)), OUTAGE, "The shop does not answer"),
                arguments(new CannotGetJdbcConnectionException("gone", new SQLException()), OUTAGE, "The database"),
                arguments(new CannotCreateTransactionException("gone", new ConnectException()), OUTAGE, "The database"),
                arguments(sql("57P01"), OUTAGE, "The database"),
                arguments(sql(null), OUTAGE, "The database"),
                arguments(sql("08006"), OUTAGE, "The database"),
                arguments(sql("53300"), OUTAGE, "The database"),
                arguments(new QueryTimeoutException("slow"), OUTAGE, "The database"),
                arguments(new Away(false), FAULT, "No later attempt can help: The shop is not configured"),
                arguments(new OptimisticLockingException("updated"), CONFLICT, "same moment"),
                arguments(new OptimisticLockingFailureException("updated"), CONFLICT, "same moment"),
                arguments(
                        new IllegalStateException("wrapped", new CannotAcquireLockException("locked")),
                        CONFLICT,
                        "same moment"),
                arguments(sql("40P01"), CONFLICT, "same moment"),
                arguments(sql("40001"), CONFLICT, "same moment"),
                arguments(sql("55P03"), CONFLICT, "same moment"),
                arguments(
                        new ProcessEngineException("Unknown property used in expression: ${goodwilDue}."
                                + " Cause: Cannot resolve identifier 'goodwilDue'"),
                        FAULT,
                        "does not exist: goodwilDue"),
                arguments(
                        new ProcessEngineException(
                                "Unknown method used in expression: ${holdingAnswers.duesAt(caseNumber)}"),
                        FAULT,
                        "does not exist: holdingAnswers.duesAt(caseNumber)"),
                arguments(
                        new ProcessEngineException(
                                "no processes deployed with key 'refnud': processDefinition is null"),
                        FAULT,
                        "does not exist: refnud"),
                arguments(
                        new ProcessEngineException("no decision definition deployed with key 'compensaton'"),
                        FAULT,
                        "does not exist: compensaton"),
                arguments(
                        new IllegalStateException("The process variable team is not set"),
                        FAULT,
                        "does not exist: team"),
                arguments(new DateTimeParseException("no date", "x", 0), FAULT, "Data of the case"),
                arguments(new NumberFormatException("no number"), FAULT, "Data of the case"),
                arguments(new NoSuchElementException(), FAULT, "Data of the case"),
                arguments(new DataIntegrityViolationException("too long"), FAULT, "Data of the case"),
                arguments(new RefusedInput("amount", "Too much."), FAULT, "Too much."),
                arguments(new NullPointerException(), FAULT, "nobody foresaw"),
                arguments(new IllegalStateException((String) null), FAULT, "nobody foresaw"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsWhatHasToHappenFirst(Throwable failure, Kind kind, String words) {
        Diagnosis diagnosis = Diagnosis.of(failure);

        assertThat(diagnosis.kind()).isEqualTo(kind);
        assertThat(diagnosis.words()).contains(words).doesNotEndWith(".\n");
    }

    @Test
    void staysShortAndPrintableWhateverTheFailureSays() {
        Diagnosis diagnosis = Diagnosis.of(new IllegalStateException("\0" + "x".repeat(100_000)));

        assertThat(diagnosis.detail()).hasSizeLessThanOrEqualTo(2_000).doesNotContain("\0");
    }

    @Test
    void endsWhereCausesGoRound() {
        Exception round = new Exception("round");
        round.initCause(new Exception("and round", round));

        assertThat(Diagnosis.of(round).kind()).isEqualTo(FAULT);
    }

    private static Throwable sql(String state) {
        return new ProcessEngineException("persistence", new SQLException("said", state));
    }

    private static final class Away extends Unavailable {

        Away(boolean worthRetrying) {
            super("The shop is not configured", worthRetrying, null, null);
        }

        @Override
        public String who() {
            return "the shop";
        }
    }
}
