package io.redress.core.startup;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * The start-up message about settings that were refused. It names them and the variables they come from, but never
 * their values: some are secrets.
 */
final class InvalidSettings {

    private InvalidSettings() {}

    static FailureAnalysis analysis(BindValidationException failure) {
        var errors = failure.getValidationErrors();
        var prefix = errors.getName().toString();
        var complaints = errors.getAllErrors().stream()
                .map(error -> complaint(prefix, error))
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
        return new FailureAnalysis(complaints, "give these settings a value that fits", failure);
    }

    private static String complaint(String prefix, ObjectError error) {
        if (error instanceof FieldError field && !isAboutSeveral(field)) {
            var name = prefix + "." + DataObjectPropertyName.toDashedForm(field.getField());
            return "%s (%s) %s".formatted(variable(name), name, error.getDefaultMessage());
        }
        return error.getDefaultMessage();
    }

    /**
     * A condition on several settings together is checked as if it were one more of them, with yes or no as its value.
     */
    private static boolean isAboutSeveral(FieldError field) {
        return Boolean.FALSE.equals(field.getRejectedValue());
    }

    private static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
