package io.redress.conversation.outbox;

import io.redress.complaint.timeline.CaseNumber;

/** The task in the engine that asks a person about letters that are held. */
public interface HeldLetterTasks {

    /** Gives it to somebody, unless somebody has it. */
    void ask(CaseNumber caseNumber);

    /** Ends it, because the letters were let go in another way; what waited goes out now. */
    void letGo(CaseNumber caseNumber);
}
