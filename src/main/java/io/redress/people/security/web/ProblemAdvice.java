package io.redress.people.security.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.redress.complaint.file.RefusedTransition;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.engine.command.TaskTaken;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The answers to what controllers refuse: problem documents that name each wrong field. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    /** How PostgreSQL calls a character that it cannot keep: in a text, and in JSON. */
    private static final Set<String> NO_CHARACTERS = Set.of("22021", "22P05");

    @ExceptionHandler
    ResponseEntity<ProblemDetail> taken(TaskTaken taken) {
        var document = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, taken.problems().get(0).message());
        document.setProperty("errors", taken.problems());
        return ResponseEntity.status(HttpStatus.CONFLICT).body(document);
    }

    /** Somebody else, or the engine, changed the same thing at the same moment. */
    @ExceptionHandler
    ProblemDetail movedOn(ConcurrencyFailureException conflict) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "The case moved on at the same moment. Nothing was stored; try again.");
    }

    /** The case stands where this cannot be done. */
    @ExceptionHandler
    ProblemDetail refused(RefusedTransition refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refusal.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedInput refusal) {
        return ResponseEntity.badRequest().body(document("The input was refused", refusal.problems()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> violated(ConstraintViolationException failure) {
        var problems = failure.getConstraintViolations().stream()
                .map(violation -> new Problem(violation.getPropertyPath().toString(), violation.getMessage()))
                .toList();
        return ResponseEntity.badRequest().body(document("Some fields are wrong", problems));
    }

    /**
     * Characters that no database keeps, wherever they came from.
     *
     * @throws DataIntegrityViolationException where something else is wrong, which is a fault of ours
     */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unstorable(DataIntegrityViolationException failure) {
        if (failure.getMostSpecificCause() instanceof SQLException refused
                && NO_CHARACTERS.contains(String.valueOf(refused.getSQLState()))) {
            var problem = new Problem("body", "Must not contain the character NUL.");
            return ResponseEntity.badRequest().body(document("The input was refused", List.of(problem)));
        }
        throw failure;
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problems = failure.getAllErrors().stream()
                .map(error -> new Problem(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        error.getDefaultMessage()))
                .toList();
        return handleExceptionInternal(failure, document("Some fields are wrong", problems), headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problems = failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Problem(
                                error instanceof FieldError field
                                        ? field.getField()
                                        : result.getMethodParameter().getParameterName(),
                                error.getDefaultMessage())))
                .toList();
        return handleExceptionInternal(failure, document("Some fields are wrong", problems), headers, status, request);
    }

    /** A person who mistypes an address gets a page, by way of {@link ErrorAnswers}. */
    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var accepted = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        if (request instanceof ServletWebRequest web && accepted.contains(MediaType.TEXT_HTML_VALUE)) {
            sendError(web.getResponse(), status);
            return null;
        }
        return super.handleNoResourceFoundException(failure, headers, status, request);
    }

    private static void sendError(HttpServletResponse response, HttpStatusCode status) {
        try {
            response.sendError(status.value());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var body = document("The body cannot be read", List.of(problem(failure.getCause())));
        return handleExceptionInternal(failure, body, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        boolean yesOrNo = failure.getRequiredType() == Boolean.class || failure.getRequiredType() == boolean.class;
        var problem = new Problem(
                String.valueOf(failure.getPropertyName()),
                yesOrNo ? "must be true or false" : "has the wrong type or form");
        var body = document("A parameter is wrong", List.of(problem));
        return handleExceptionInternal(failure, body, headers, status, request);
    }

    private static Problem problem(Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return new Problem(path(unknown), "is not a known field");
        }
        if (cause instanceof InvalidFormatException wrong
                && wrong.getTargetType().isEnum()) {
            var values = Arrays.stream(wrong.getTargetType().getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            return new Problem(path(wrong), "must be one of " + values);
        }
        if (cause instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()) {
            return new Problem(path(wrong), "has the wrong type or form");
        }
        if (cause instanceof JsonProcessingException malformed && malformed.getLocation() != null) {
            return new Problem(
                    "body",
                    "is not valid JSON at line %d, column %d"
                            .formatted(
                                    malformed.getLocation().getLineNr(),
                                    malformed.getLocation().getColumnNr()));
        }
        return new Problem("body", "is missing or not valid JSON");
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static ProblemDetail document(String detail, List<Problem> problems) {
        var document = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
        document.setProperty("errors", problems);
        return document;
    }
}
