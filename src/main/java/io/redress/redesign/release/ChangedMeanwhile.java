package io.redress.redesign.release;

/** The refusal of what was decided by looking at something that has changed since. */
public final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChangedMeanwhile() {
        super("Somebody has put another version live since you looked. Look again, then decide.");
    }
}
