package io.redress.people.guard;

import io.redress.core.input.Problem;
import io.redress.engine.command.TaskTaken;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that a guard does not let through to the engine, and how it is answered. */
class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Problem> problems;

    Refused(HttpStatus status, String detail, List<Problem> problems) {
        super(detail, null, false, false);
        this.status = status;
        this.problems = problems;
    }

    static Refused forbidden(String detail) {
        return new Refused(HttpStatus.FORBIDDEN, detail, List.of());
    }

    static Refused badRequest(String detail, List<Problem> problems) {
        return new Refused(HttpStatus.BAD_REQUEST, detail, problems);
    }

    /** Somebody else was first. */
    static Refused conflict(TaskTaken taken) {
        return new Refused(HttpStatus.CONFLICT, taken.problems().get(0).message(), taken.problems());
    }

    static Refused badField(String field, String message) {
        return badRequest("The request was refused", List.of(new Problem(field, message)));
    }

    HttpStatus status() {
        return status;
    }

    List<Problem> problems() {
        return problems;
    }
}
