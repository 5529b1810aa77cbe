package io.redress.conversation.correspondence.process;

import io.redress.core.input.RefusedInput;
import io.redress.engine.task.SubmittedForm;
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
