package io.redress.conversation.letter;

import io.redress.complaint.file.Complaint;
import io.redress.core.text.EnumWords;
import io.redress.time.law.LegalClock;
import io.redress.time.law.LegalClockSummary;
import io.redress.time.law.LegalEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The statements that a law requires in a letter. A date that is over is not named; what needs no date is said in any
 * case.
 */
@Component
class LegalParts {

    /** What the customer told us or can see; all else is known from the order. */
    private static final Set<LegalEvent> WITHOUT_ORDER =
            Set.of(LegalEvent.COMPLAINT_RECEIVED, LegalEvent.DATA_REQUESTED);

    private final LegalClockSummary legal;
    private final Texts texts;
    private final Clock clock;

    LegalParts(LegalClockSummary legal, Texts texts, Clock clock) {
        this.legal = legal;
        this.texts = texts;
        this.clock = clock;
    }

    /** Paragraphs for this kind of letter, in the reader's language, with days in their zone. */
    List<String> of(Complaint complaint, MessageKind letter, Addressee addressee) {
        return legal.of(complaint.number()).stream()
                .filter(one -> !one.clock().isStopped())
                .filter(one -> addressee.knowsOrder() || WITHOUT_ORDER.contains(one.event()))
                .flatMap(one -> one.letterParts().stream().map(part -> say(one, code(letter, part), addressee)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private String say(LegalClock law, String code, Addressee addressee) {
        Instant due = law.clock().dueAt(clock.instant());
        String pattern = texts.getOr(null, addressee.locale(), code);
        boolean dated = pattern != null && pattern.contains("{0}");
        return pattern == null || dated && !due.isAfter(clock.instant())
                ? null
                // The clock ends at midnight, which a reader takes for the day that it begins.
                : texts.get(addressee.locale(), code, addressee.day(due.minusSeconds(1)));
    }

    /** The code of a part's text in a kind of letter; a letter without such a text does not have the part. */
    static String code(MessageKind letter, String part) {
        return EnumWords.word(letter) + "." + part;
    }
}
