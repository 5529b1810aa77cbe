package io.redress.conversation.outbox;

import io.redress.complaint.timeline.CaseNumber;

/** The task in the engine that asks a person about letters that are held. */
public interface HeldLetterTasks {

    /** Opens the task, unless it is open already. */
    void ask(CaseNumber caseNumber);

    /** Ends the task, because the letters were let go in another way; what waited goes out now. */
    void letGo(CaseNumber caseNumber);
}
