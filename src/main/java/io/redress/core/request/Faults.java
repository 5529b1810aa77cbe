package io.redress.core.request;

import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with one request, each fault once under the path of its field. */
public final class Faults {

    private final List<Problem> problems = new ArrayList<>();

    /** Names what is wrong with a field, such as {@code order.items[0].sku}. */
    public void refuse(String field, String message) {
        Problem problem = new Problem(field, message);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Whether something is wrong with this field, or with what it is part of. */
    public boolean isRefused(String field) {
        return problems.stream()
                .map(Problem::field)
                .anyMatch(
                        wrong -> field.equals(wrong) || field.startsWith(wrong + ".") || field.startsWith(wrong + "["));
    }

    /** @throws RefusedInput where anything is wrong */
    void refuseIfAny() {
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
    }
}
