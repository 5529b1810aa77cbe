package io.redress.intake.api.web;

import io.redress.complaint.file.UnknownCase;
import io.redress.core.http.LimitedBody;
import io.redress.intake.api.IdempotentRequests;
import io.redress.intake.registration.CaseEnded;
import io.redress.intake.takeover.Imports;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The problem documents that answer what cannot be done with a case. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class IntakeProblems {

    @ExceptionHandler
    ProblemDetail unknown(UnknownCase unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
    }

    @ExceptionHandler
    ProblemDetail ended(CaseEnded ended) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, ended.getMessage());
    }

    @ExceptionHandler
    ProblemDetail stillRunning(IdempotentRequests.StillRunning running) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, running.getMessage());
    }

    @ExceptionHandler
    ProblemDetail keyReused(IdempotentRequests.KeyReused reused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, reused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notChecked(Imports.NotChecked unchecked) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, unchecked.getMessage());
    }

    @ExceptionHandler
    ProblemDetail tooLarge(LimitedBody.TooLarge large) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE, large.getMessage());
    }
}
