package io.redress.conversation.letter;

import io.redress.complaint.file.Complaint;
import io.redress.core.text.EnumWords;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The promises in a letter, with their dates: only those that can still be kept. */
@Component
class LetterPromises {

    private static final Set<ClockKind> PROMISED = Set.of(ClockKind.FIRST_ANSWER, ClockKind.RESOLUTION);

    private final Deadlines deadlines;
    private final Texts texts;
    private final Clock clock;

    LetterPromises(Deadlines deadlines, Texts texts, Clock clock) {
        this.deadlines = deadlines;
        this.texts = texts;
        this.clock = clock;
    }

    List<LetterFact> of(Complaint complaint, Addressee addressee) {
        Instant now = clock.instant();
        return deadlines.of(complaint.number()).stream()
                .filter(promise -> promise.isRunning() && !promise.isPaused())
                .filter(promise -> PROMISED.contains(promise.kind()) && promise.round() == complaint.round())
                .filter(promise -> promise.promisedBy(now).isAfter(now))
                .map(promise -> new LetterFact(
                        texts.get(addressee.locale(), "promise." + EnumWords.word(promise.kind())),
                        texts.get(addressee.locale(), "promise.by", addressee.moment(promise.promisedBy(now)))))
                .toList();
    }
}
