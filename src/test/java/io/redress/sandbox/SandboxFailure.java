package io.redress.sandbox;

/** Why the sandbox cannot start, in one sentence with its remedy, fit to be the last line on a console. */
final class SandboxFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SandboxFailure(String causeAndRemedy, Throwable cause) {
        super(causeAndRemedy, cause);
    }
}
