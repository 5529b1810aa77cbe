package io.redress.conversation.attention;

import io.redress.complaint.recognition.TextRecognised;
import io.redress.complaint.recognition.Topic;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.conversation.hold.LetterHolds;
import io.redress.conversation.outbox.HoldReason;
import io.redress.core.text.EnumWords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules by which a case's letters are held: the customer speaks of a lawyer, the press or an authority, abuses us,
 * or writes or calls on a fourth day. Each reason holds them once: letters that somebody has let go are not held again
 * for it, however often it is repeated.
 */
@Component
class AttentionRules {

    /** A conversation of one day, however many messages it has, is one. */
    private static final int TOO_OFTEN = 4;

    private static final Map<Topic, HoldReason> REASONS = reasons();

    private final AttentionRows rows;
    private final LetterHolds holds;
    private final Timeline timeline;
    private final ZoneId zone;
    private final Clock clock;

    AttentionRules(
            AttentionRows rows,
            LetterHolds holds,
            Timeline timeline,
            @Value("${redress.zone}") ZoneId zone,
            Clock clock) {
        this.rows = rows;
        this.holds = holds;
        this.timeline = timeline;
        this.zone = zone;
        this.clock = clock;
    }

    private static Map<Topic, HoldReason> reasons() {
        Map<Topic, HoldReason> reasons = new LinkedHashMap<>();
        reasons.put(Topic.LAWYER, HoldReason.LAWYER);
        reasons.put(Topic.AUTHORITY, HoldReason.AUTHORITY);
        reasons.put(Topic.PRESS, HoldReason.PRESS);
        reasons.put(Topic.ABUSE, HoldReason.ABUSE);
        return reasons;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void heard(TextRecognised heard) {
        CaseNumber caseNumber = heard.caseNumber();
        for (Entry<Topic, HoldReason> reason : REASONS.entrySet()) {
            if (heard.recognised().topics().contains(reason.getKey())) {
                note(
                        caseNumber,
                        reason.getValue(),
                        heard.recognised().why(reason.getKey()).orElse(EnumWords.word(reason.getKey())));
            }
        }
        if (rows.spokeOn(caseNumber, LocalDate.ofInstant(clock.instant(), zone)) >= TOO_OFTEN) {
            note(caseNumber, HoldReason.FOURTH_CALL, "the customer has written or called on a fourth day");
        }
    }

    private void note(CaseNumber caseNumber, HoldReason reason, String why) {
        if (rows.add(caseNumber, reason, why, clock.instant())) {
            timeline.engineDid(caseNumber, TimelineKind.ATTENTION, "A lead should look at this: " + why);
            holds.hold(caseNumber, reason, "redress", why);
        }
    }
}
