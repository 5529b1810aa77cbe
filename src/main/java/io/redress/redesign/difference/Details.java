package io.redress.redesign.difference;

import io.redress.redesign.difference.Change.Detail;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The details in which two descriptions differ; each is a map of what is said to how. */
final class Details {

    private Details() {}

    static List<Detail> between(Map<String, String> before, Map<String, String> after) {
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        List<Detail> details = new ArrayList<>();
        for (String one : all) {
            String from = before.getOrDefault(one, "");
            String to = after.getOrDefault(one, "");
            if (!from.equals(to) || before.containsKey(one) != after.containsKey(one)) {
                details.add(new Detail(one, from, to));
            }
        }
        return details;
    }
}
