package io.redress.intake.web;

import io.redress.complaint.UnknownCase;
import io.redress.intake.CaseEnded;
import io.redress.intake.IdempotentRequests;
import io.redress.intake.Imports;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what cannot be done with a case as problem documents. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class IntakeProblems {

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
