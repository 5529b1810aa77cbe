package io.redress.time.law;

import io.redress.complaint.file.Complaint;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The form field in which a handler records an event that the law counts from. */
@Component
public class LegalForm {

    /** What the field is called in every form that has it. */
    public static final String FIELD = "legalEvent";

    private static final Set<LegalEvent> SAID_BY_CUSTOMERS =
            Set.of(LegalEvent.WITHDRAWAL_TOLD, LegalEvent.DATA_REQUESTED);
    private static final String DATA_ANSWERED = "data_answered";

    private final LegalClocks legal;

    LegalForm(LegalClocks legal) {
        this.legal = legal;
    }

    /**
     * Takes what was chosen.
     *
     * @param word {@code null} where nothing was
     * @param said when the customer said it, as far as we know; the earliest it can have been, so that the law is kept
     * @throws RefusedInput where it is none of the choices
     */
    public void take(Complaint complaint, String word, Instant said, String person) {
        if (word == null) {
            return;
        }
        if (word.equals(DATA_ANSWERED)) {
            legal.met(complaint, LegalEvent.DATA_REQUESTED, person);
            return;
        }
        LegalEvent event = EnumWords.constant(LegalEvent.class, word)
                .filter(SAID_BY_CUSTOMERS::contains)
                .orElseThrow(() -> new RefusedInput(FIELD, "Choose one of the list, or none."));
        legal.happened(complaint, event, said, person);
    }
}
