package io.redress.verification.finding;

import io.redress.core.input.Problem;
import io.redress.core.money.TypedAmount;
import io.redress.core.money.UnreadableAmount;
import io.redress.core.text.EnumWords;
import io.redress.core.text.VisibleText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The fields of a submitted form, read one by one, with everything that is wrong with them. */
class FormFields {

    private final Map<String, Object> form;
    private final List<Problem> problems;

    FormFields(Map<String, Object> form, List<Problem> problems) {
        this.form = form;
        this.problems = problems;
    }

    void refuse(String field, String message) {
        problems.add(new Problem(field, message));
    }

    boolean isRefused(String field) {
        return problems.stream().anyMatch(problem -> problem.field().equals(field));
    }

    /** @return {@code null} where it is missing or wrong, which is then a problem */
    <E extends Enum<E>> E required(String field, Class<E> type) {
        Optional<E> value = optional(field, type);
        if (value.isEmpty() && text(field, Integer.MAX_VALUE) == null) {
            refuse(field, "Choose one of " + EnumWords.words(type) + ".");
        }
        return value.orElse(null);
    }

    <E extends Enum<E>> Optional<E> optional(String field, Class<E> type) {
        String word = text(field, Integer.MAX_VALUE);
        Optional<E> value = EnumWords.constant(type, word);
        if (word != null && value.isEmpty()) {
            refuse(field, "Must be one of " + EnumWords.words(type) + ".");
        }
        return value;
    }

    /** @return {@code null} where nothing was entered */
    String text(String field, int longest) {
        Object value = form.get(field);
        String text = value == null ? "" : VisibleText.of(value.toString()).orElse("");
        if (text.length() > longest) {
            refuse(field, "Must have at most " + longest + " characters.");
        }
        return text.isEmpty() ? null : text;
    }

    /**
     * An amount as a person types it.
     *
     * @return more than zero, {@code null} where nothing was entered or it is wrong
     */
    Money amount(String field, CurrencyUnit currency) {
        try {
            Optional<Money> amount = TypedAmount.read(form.get(field), currency);
            if (amount.isEmpty() || amount.get().isPositive()) {
                return amount.orElse(null);
            }
            refuse(field, "Must be more than zero.");
        } catch (UnreadableAmount unreadable) {
            refuse(field, unreadable.getMessage());
        }
        return null;
    }
}
