package io.redress.people.guard;

import io.redress.core.input.Problem;
import io.redress.engine.command.TaskTaken;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The exception for a request that a guard does not let through to the engine, and how it is answered. */
public class RefusedCall extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Problem> problems;

    public RefusedCall(HttpStatus status, String detail, List<Problem> problems) {
        super(detail, null, false, false);
        this.status = status;
        this.problems = problems;
    }

    public static RefusedCall forbidden(String detail) {
        return new RefusedCall(HttpStatus.FORBIDDEN, detail, List.of());
    }

    static RefusedCall badRequest(String detail, List<Problem> problems) {
        return new RefusedCall(HttpStatus.BAD_REQUEST, detail, problems);
    }

    /** Somebody else was first. */
    static RefusedCall conflict(TaskTaken taken) {
        return new RefusedCall(HttpStatus.CONFLICT, taken.problems().get(0).message(), taken.problems());
    }

    public static RefusedCall badField(String field, String message) {
        return badRequest("The request was refused", List.of(new Problem(field, message)));
    }

    public HttpStatus status() {
        return status;
    }

    public List<Problem> problems() {
        return problems;
    }
}
