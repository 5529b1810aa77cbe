package io.redress.conversation.followup;

/**
 * The refusal of an answer that nobody waits for: it was given before, the question has not been asked yet, or the time
 * for it is over.
 */
public class NotAsked extends RuntimeException {

    NotAsked(String message) {
        super(message);
    }
}
