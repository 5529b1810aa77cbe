package io.redress.correspondence.process;

import io.redress.engine.RefusedInput;
import io.redress.engine.SubmittedForm;
import java.util.Map;

/** Texts that people entered into forms. */
final class FormText {

    private FormText() {}

    /** @throws RefusedInput with this message where nothing was entered, or where it is too long */
    static String required(Map<String, Object> form, String field, int longest, String message) {
        String text = optional(form, field, longest);
        if (text == null) {
            throw new RefusedInput(field, message);
        }
        return text;
    }

    /** @return {@code null} where nothing was entered */
    static String optional(Map<String, Object> form, String field, int longest) {
        String text = SubmittedForm.text(form, field);
        if (text != null && text.length() > longest) {
            throw new RefusedInput(field, "Must have at most " + longest + " characters.");
        }
        return text;
    }
}
