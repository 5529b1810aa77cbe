package io.redress.core.request;

import io.redress.core.text.EnumWords;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** The sentences that say what a field takes, the same at every door and in every locale. */
final class Sentences {

    static final String MISSING = "Is missing.";
    static final String UNKNOWN = "This field is not known.";
    static final String NO_NUL = "Must not contain the character NUL.";

    private Sentences() {}

    /** What a value of another type is refused with. */
    static String expected(Class<?> type) {
        if (type == String.class) {
            return "Must be a text.";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "Must be true or false.";
        }
        if (type == Integer.class || type == int.class) {
            return "Must be a whole number.";
        }
        if (type == OffsetDateTime.class) {
            return "Must be a time with its offset, such as 2026-11-24T09:30:00+01:00.";
        }
        if (type == LocalDate.class) {
            return "Must be a day such as 2026-11-24.";
        }
        if (type.isEnum()) {
            return "Must be one of " + String.join(", ", EnumWords.words(type)) + ".";
        }
        return Collection.class.isAssignableFrom(type) ? "Must be a list." : "Must be an object.";
    }

    /** What a violated constraint says: its own sentence, or the usual one of its kind. */
    static String of(ConstraintViolation<?> violation) {
        if (!violation.getMessageTemplate().startsWith("{")) {
            return violation.getMessage();
        }
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof NotNull || constraint instanceof NotEmpty) {
            return MISSING;
        }
        if (constraint instanceof Size size) {
            return size(size, violation.getInvalidValue() instanceof CharSequence);
        }
        return constraint instanceof Min || constraint instanceof Max ? range(violation) : violation.getMessage();
    }

    private static String size(Size size, boolean text) {
        String of = text ? "characters" : "entries";
        return size.min() > 0
                ? String.format(Locale.ROOT, "Must have from %,d to %,d %s.", size.min(), size.max(), of)
                : String.format(Locale.ROOT, "Must have at most %,d %s.", size.max(), of);
    }

    private static String range(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        String name = path.substring(path.lastIndexOf('.') + 1);
        RecordComponent component = Arrays.stream(
                        violation.getLeafBean().getClass().getRecordComponents())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        Min least = component.getAccessor().getAnnotation(Min.class);
        Max most = component.getAccessor().getAnnotation(Max.class);
        if (least == null || most == null) {
            return violation.getMessage();
        }
        return String.format(Locale.ROOT, "Must be a whole number from %,d to %,d.", least.value(), most.value());
    }
}
