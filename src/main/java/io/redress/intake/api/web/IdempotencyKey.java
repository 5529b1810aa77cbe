package io.redress.intake.api.web;

import io.redress.core.input.RefusedInput;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The header by which a client marks repeats of one request. */
final class IdempotencyKey {

    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /** What the description of the API says about the header. */
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "New for each request, the same for each attempt: the same key and the same JSON get the same"
                    + " answer.",
            example = "6f1c3a52-7a0e-4b53-9a3e-2f6f0e4c1d11",
            schema = @Schema(type = "string", minLength = 1, maxLength = LONGEST, pattern = "\\S"))
    @interface Described {}

    /** @return {@code null} where none was sent */
    static String checked(String key) {
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw new RefusedInput("Idempotency-Key", "Must have 1 to 255 characters.");
        }
        return key.strip();
    }
}
