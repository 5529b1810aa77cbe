package io.redress.intake.page.web;

import io.redress.core.input.RefusedInput;
import io.redress.core.text.VisibleText;
import org.springframework.stereotype.Component;

/** The check of what customers enter on their page. */
@Component
class TrackingPageInput {

    static final int LONGEST_MESSAGE = 20_000;
    static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_FORM_ID = 60;

    String text(String text) {
        String checked = optional("text", text, LONGEST_MESSAGE);
        if (checked == null) {
            throw new RefusedInput("text", "Write what you want to tell us.");
        }
        return checked;
    }

    String reason(String reason) {
        return optional("reason", reason, LONGEST_TEXT);
    }

    String comment(String comment) {
        return optional("comment", comment, LONGEST_TEXT);
    }

    /** @return {@code null} where the form sent none that can be one */
    String formId(String formId) {
        if (formId != null && formId.indexOf('\0') >= 0) {
            throw new RefusedInput("formId", "Must not contain the character NUL.");
        }
        return formId == null || formId.isBlank() || formId.length() > LONGEST_FORM_ID ? null : "page/" + formId;
    }

    /** @return {@code null} where neither was chosen */
    Boolean yesOrNo(String choice) {
        if ("yes".equals(choice) || "true".equals(choice)) {
            return true;
        }
        return "no".equals(choice) || "false".equals(choice) ? Boolean.FALSE : null;
    }

    Integer score(String score) {
        if (score == null || score.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(score.strip());
        } catch (NumberFormatException notANumber) {
            throw new RefusedInput("score", "Must be a whole number from 0 to 10.");
        }
    }

    private static String optional(String field, String value, int longest) {
        String text = VisibleText.of(value).orElse("");
        if (text.length() > longest) {
            throw new RefusedInput(field, "Must have at most %,d characters.".formatted(longest));
        }
        if (text.indexOf('\0') >= 0) {
            throw new RefusedInput(field, "Must not contain the character NUL.");
        }
        return text.isEmpty() ? null : text;
    }
}
