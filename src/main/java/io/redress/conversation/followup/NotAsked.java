package io.redress.conversation.followup;

/** Nobody waits for an answer: it was given before, the question has not been asked yet, or the time for it is over. */
public class NotAsked extends RuntimeException {

    NotAsked(String message) {
        super(message);
    }
}
