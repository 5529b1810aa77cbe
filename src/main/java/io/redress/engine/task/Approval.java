package io.redress.engine.task;

import java.util.List;

/**
 * The approval of what another person asked for. Whoever asked can change nothing about its task, nor about the case's
 * processes while it is open.
 */
public interface Approval extends AnotherPersonsTask {

    @Override
    default List<String> answer() {
        return List.of("approval", "approvalReason");
    }

    /** Whether the limits of authority say who approves, so that whoever stands in for such a person may. */
    default boolean isByAuthority() {
        return false;
    }
}
