package io.redress.redesign.tape;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.engine.record.CaseAtHand.Step;
import java.util.List;
import java.util.Map;

/**
 * An answer of a system outside, by keys and figures: whoever needs the whole finds it by them in evidence and ledger.
 *
 * @param step who asked; {@code null} outside of a diagram
 * @param system {@code shop}, {@code warehouse}, {@code payments}, {@code vouchers}, {@code carrier} or {@code labels}
 * @param call what was asked of it
 * @param about what it was asked about, such as {@code order} or {@code remedy}
 * @param answers nothing where it knows nothing of it or nothing was to be answered, else one or several
 * @param failure the kind of failure where it did not answer or refused, {@code null} where it answered
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OutsideAnswer(
        Step step,
        String system,
        String call,
        Map<String, Object> about,
        List<Map<String, Object>> answers,
        String failure) {

    public OutsideAnswer {
        about = about == null ? Map.of() : about;
        answers = answers == null ? List.of() : answers;
    }
}
