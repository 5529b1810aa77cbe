package io.redress.conversation.incoming;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.outbox.Message;
import io.redress.conversation.outbox.MessageRows;
import io.redress.core.input.RefusedInput;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages that customers wrote when nothing in their case waited for them any more, until somebody has read them.
 */
@Component
public class UnreadMessages {

    private final Complaints complaints;
    private final MessageRows rows;
    private final Clock clock;

    UnreadMessages(Complaints complaints, MessageRows rows, Clock clock) {
        this.complaints = complaints;
        this.rows = rows;
        this.clock = clock;
    }

    /** The messages of a case that nobody has read, oldest first. */
    public List<Message> of(CaseNumber caseNumber) {
        return rows.unread(caseNumber);
    }

    /**
     * Notes that somebody has read all of them. Until the caller's transaction ends no other comes in, so that none
     * slips between what was read and what follows from it.
     *
     * @param shown how many the reader saw, {@code null} where that is not known
     * @throws RefusedInput where another one came in since
     */
    @Transactional
    public void read(CaseNumber caseNumber, Integer shown) {
        complaints.hold(caseNumber);
        if (shown != null && rows.unread(caseNumber).size() > shown) {
            throw new RefusedInput(
                    "reading", "The customer has written once more meanwhile. Open the task again and read that too.");
        }
        rows.read(caseNumber, clock.instant());
    }
}
