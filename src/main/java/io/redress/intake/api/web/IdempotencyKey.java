package io.redress.intake.api.web;

import io.redress.core.input.RefusedInput;

/** The header by which a client marks repeats of one request. */
final class IdempotencyKey {

    private IdempotencyKey() {}

    /** @return {@code null} where none was sent */
    static String checked(String key) {
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > 255) {
            throw new RefusedInput("Idempotency-Key", "Must have 1 to 255 characters.");
        }
        return key.strip();
    }
}
