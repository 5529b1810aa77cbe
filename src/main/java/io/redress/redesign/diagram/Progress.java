package io.redress.redesign.diagram;

import io.redress.engine.step.Duty;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is certain at a point of a path through a diagram.
 *
 * @param done the duties that were fulfilled on the way; authority that was checked for an earlier decision is not among
 *     them
 * @param person whether a person had a task
 * @param trusted whether what is carried out was decided, and allowed, before the process began
 * @param needed whether the authority table asked for another person, {@code null} where it was not asked
 * @param approval what that person said, {@code null} where nobody was asked
 */
record Progress(Set<Duty> done, boolean person, boolean trusted, Boolean needed, String approval) {

    /** The word by which a person agrees. */
    static final String APPROVED = "approve";

    /** What is asked for later on a path; to remember more would only make more paths. */
    private static final Set<Duty> ASKED_FOR = EnumSet.of(
            Duty.ACKNOWLEDGES, Duty.CHECKS_AUTHORITY, Duty.EXPLAINS, Duty.OWES_NO_ANSWER, Duty.CONFIRMS_WITHDRAWAL);

    /** The beginning of a complaint. */
    static final Progress NONE = new Progress(EnumSet.noneOf(Duty.class), false, false, null, null);

    /** The beginning of a process that carries out what was decided elsewhere. */
    static final Progress DECIDED_ELSEWHERE = new Progress(EnumSet.noneOf(Duty.class), false, true, null, null);

    boolean has(Duty duty) {
        return done.contains(duty);
    }

    /** Whether money or goods may leave. */
    boolean isCleared() {
        boolean asked = trusted || has(Duty.CHECKS_AUTHORITY);
        boolean refused = approval != null && !approval.equals(APPROVED);
        return asked && !refused && (!Boolean.TRUE.equals(needed) || APPROVED.equals(approval));
    }

    /** Whether the customer knows, or need not know, how it ended. */
    boolean isAnswered() {
        return has(Duty.EXPLAINS) || has(Duty.OWES_NO_ANSWER) || has(Duty.CONFIRMS_WITHDRAWAL);
    }

    Progress with(Set<Duty> more) {
        Set<Duty> all = EnumSet.noneOf(Duty.class);
        all.addAll(more);
        all.retainAll(ASKED_FOR);
        all.addAll(done);
        if (all.equals(done)) {
            return this;
        }
        return new Progress(all, person, trusted, needed, approval);
    }

    /** After a decision nothing that was allowed before counts. */
    Progress decided() {
        Set<Duty> left = EnumSet.noneOf(Duty.class);
        left.addAll(done);
        left.remove(Duty.CHECKS_AUTHORITY);
        return new Progress(left, person, false, null, null);
    }

    Progress seenByPerson() {
        return new Progress(done, true, trusted, needed, approval);
    }

    Progress needing(boolean approvalNeeded) {
        return new Progress(done, person, trusted, approvalNeeded, null);
    }

    Progress answered(String word) {
        return new Progress(done, person, trusted, needed, word);
    }

    /** What a called process has come to, seen by its caller: its own answers stay with it. */
    Progress after(Progress called) {
        Progress merged = with(called.done).withPerson(called.person);
        return new Progress(merged.done, merged.person, trusted, needed, approval);
    }

    private Progress withPerson(boolean too) {
        return too ? seenByPerson() : this;
    }

    /** The values that conditions may ask for. */
    Map<String, Object> known() {
        Map<String, Object> known = new HashMap<>();
        if (needed != null) {
            known.put("approvalNeeded", needed);
        }
        if (approval != null) {
            known.put("approval", approval);
        }
        return known;
    }
}
