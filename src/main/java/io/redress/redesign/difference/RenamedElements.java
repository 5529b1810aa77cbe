package io.redress.redesign.difference;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The elements that are the same under another id. Nothing hangs on ids, and whoever draws a step anew gives it one.
 * Elements that say the same are told apart by their neighbours, as far as these are needed: first by those four flows
 * away, in the end by none.
 */
final class RenamedElements {

    private static final int FARTHEST = 4;

    private final Map<String, DiagramElement> before;
    private final Map<String, DiagramElement> after;
    private final Map<String, String> renamed = new HashMap<>();

    /** The later ids of those. */
    private final Set<String> found = new HashSet<>();

    private RenamedElements(Map<String, DiagramElement> before, Map<String, DiagramElement> after) {
        this.before = before;
        this.after = after;
    }

    /** The later ids by the earlier ones; those that have kept their id are not in it. */
    static Map<String, String> between(Map<String, DiagramElement> before, Map<String, DiagramElement> after) {
        RenamedElements elements = new RenamedElements(before, after);
        for (int reach = FARTHEST; reach >= 0 && elements.missing().findAny().isPresent(); reach--) {
            elements.pairSteps(reach);
        }
        elements.pairFlows();
        return elements.renamed;
    }

    private Stream<DiagramElement> missing() {
        return before.values().stream().filter(one -> !after.containsKey(one.id()) && !renamed.containsKey(one.id()));
    }

    private Stream<DiagramElement> fresh() {
        return after.values().stream().filter(one -> !before.containsKey(one.id()) && !found.contains(one.id()));
    }

    private void keep(DiagramElement then, DiagramElement now) {
        renamed.put(then.id(), now.id());
        found.add(now.id());
    }

    private void pairSteps(int reach) {
        Map<String, String> known = known();
        Set<String> present = Set.copyOf(known.values());
        Map<String, String> earlier = looks(before, id -> known.getOrDefault(id, ""), reach);
        Map<String, String> later = looks(after, id -> present.contains(id) ? id : "", reach);
        Map<String, List<DiagramElement>> gone = byLook(missing(), earlier);
        Map<String, List<DiagramElement>> come = byLook(fresh(), later);
        gone.forEach((look, those) -> {
            List<DiagramElement> these = come.getOrDefault(look, List.of());
            if (these.size() == those.size() && (reach > 0 || these.size() == 1)) {
                for (int at = 0; at < these.size(); at++) {
                    keep(those.get(at), these.get(at));
                }
            }
        });
    }

    private static Map<String, List<DiagramElement>> byLook(
            Stream<DiagramElement> elements, Map<String, String> looks) {
        return elements.filter(one -> !one.connects())
                .collect(Collectors.groupingBy(one -> looks.get(one.id()), LinkedHashMap::new, Collectors.toList()));
    }

    /** The later id of each earlier one that has a counterpart. */
    private Map<String, String> known() {
        Map<String, String> known = new HashMap<>(renamed);
        before.keySet().stream().filter(after::containsKey).forEach(id -> known.put(id, id));
        return known;
    }

    /** How each step looks with its surroundings; whoever has a counterpart looks like nobody else. */
    private static Map<String, String> looks(
            Map<String, DiagramElement> elements, Function<String, String> counterpart, int reach) {
        Map<String, String> looks = new HashMap<>();
        Collection<DiagramElement> steps =
                elements.values().stream().filter(one -> !one.connects()).toList();
        steps.forEach(one -> {
            String known = counterpart.apply(one.id());
            looks.put(one.id(), known.isEmpty() ? digest(one.type() + one.said()) : known);
        });
        for (int round = 0; round < reach; round++) {
            Map<String, StringBuilder> around = new HashMap<>();
            steps.forEach(one -> {
                StringBuilder seen = around.computeIfAbsent(one.id(), id -> new StringBuilder());
                new TreeMap<>(one.references())
                        .forEach((how, id) -> seen.append(how).append(looks.getOrDefault(id, "")));
            });
            elements.values().stream().filter(DiagramElement::connects).forEach(flow -> {
                String said = flow.type() + flow.said();
                String from = flow.references().get("sourceRef");
                String to = flow.references().get("targetRef");
                around.computeIfAbsent(from, id -> new StringBuilder())
                        .append('>')
                        .append(said)
                        .append(looks.getOrDefault(to, ""));
                around.computeIfAbsent(to, id -> new StringBuilder())
                        .append('<')
                        .append(said)
                        .append(looks.getOrDefault(from, ""));
            });
            Map<String, String> next = new HashMap<>();
            steps.stream()
                    .filter(one -> counterpart.apply(one.id()).isEmpty())
                    .forEach(one -> next.put(one.id(), digest(looks.get(one.id()) + around.get(one.id()))));
            looks.putAll(next);
        }
        return looks;
    }

    private static String digest(String look) {
        return Integer.toHexString(look.hashCode()) + ':' + look.length();
    }

    private void pairFlows() {
        Map<String, String> known = known();
        Map<String, List<DiagramElement>> come =
                fresh().filter(DiagramElement::connects).collect(Collectors.groupingBy(flow -> flow.ends(id -> id)));
        Map<String, List<DiagramElement>> gone = missing()
                .filter(DiagramElement::connects)
                .collect(Collectors.groupingBy(flow -> flow.ends(id -> known.getOrDefault(id, ""))));
        gone.forEach((ends, those) -> {
            List<DiagramElement> these = come.getOrDefault(ends, List.of());
            for (int at = 0; at < Math.min(these.size(), those.size()); at++) {
                keep(those.get(at), these.get(at));
            }
        });
    }
}
