package io.redress.redesign.model;

/** A file that cannot be read; the message says why, and where. */
public final class UnreadableModel extends Exception {

    UnreadableModel(String why, Throwable cause) {
        super(why, cause);
    }
}
