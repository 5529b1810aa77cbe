package io.redress.correspondence.process;

import io.redress.engine.RefusedInput;
import io.redress.engine.SubmittedForm;
import java.util.Map;

/** Texts that people entered into forms. */
final class FormText {

    private FormText() {}

    /** @throws RefusedInput with this message where nothing was entered, or where it is too long */
    static String required(Map<String, Object> form, String field, int longest, String message) {
        String text = SubmittedForm.text(form, field, longest);
        if (text == null) {
            throw new RefusedInput(field, message);
        }
        return text;
    }
}
