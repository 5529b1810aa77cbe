package io.redress.bench;

/** Why the benchmark cannot go on, in words that tell what to do about it. */
final class BenchFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchFailure(String causeAndRemedy) {
        super(causeAndRemedy);
    }

    BenchFailure(String causeAndRemedy, Throwable cause) {
        super(causeAndRemedy, cause);
    }
}
