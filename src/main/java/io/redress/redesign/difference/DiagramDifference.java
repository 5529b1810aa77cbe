package io.redress.redesign.difference;

import io.redress.redesign.difference.Change.Detail;
import io.redress.redesign.difference.Change.Kind;
import io.redress.redesign.difference.Change.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** What differs between two diagrams. Where elements are drawn, and under which id, makes no difference. */
final class DiagramDifference {

    private final Map<String, DiagramElement> before;
    private final Map<String, DiagramElement> after;
    private final Map<String, String> renamed;
    private final Map<String, String> earlierIds = new HashMap<>();

    private DiagramDifference(Map<String, DiagramElement> before, Map<String, DiagramElement> after) {
        this.before = before;
        this.after = after;
        this.renamed = RenamedElements.between(before, after);
        renamed.forEach((then, now) -> earlierIds.put(now, then));
    }

    static List<Change> between(Element before, Element after) {
        return new DiagramDifference(DiagramElements.of(before), DiagramElements.of(after)).changes();
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>(process().stream().toList());
        boolean otherKey = !changes.isEmpty();
        for (DiagramElement now : after.values()) {
            DiagramElement then = earlier(now);
            if (then == null) {
                if (!(otherKey && now.type().equals("process"))) {
                    changes.add(change(Kind.ADDED, now, details(Map.of(), shown(now.all(id -> id), after))));
                }
            } else {
                List<Detail> details =
                        details(shown(then.all(this::later), after), shown(now.all(UnaryOperator.identity()), after));
                if (!then.type().equals(now.type())) {
                    details.add(0, new Detail("type", then.type(), now.type()));
                }
                if (!details.isEmpty()) {
                    changes.add(change(Kind.CHANGED, now, details));
                }
            }
        }
        before.values().stream()
                .filter(then -> !after.containsKey(then.id()) && !renamed.containsKey(then.id()))
                .filter(then -> !(otherKey && then.type().equals("process")))
                .forEach(then ->
                        changes.add(change(Kind.REMOVED, then, details(shown(then.all(id -> id), before), Map.of()))));
        return changes;
    }

    /** A process under another id: all other files would know it by the earlier one. */
    private Optional<Change> process() {
        List<DiagramElement> gone = before.values().stream()
                .filter(one -> one.type().equals("process") && earlierOnly(one))
                .toList();
        List<DiagramElement> come = after.values().stream()
                .filter(one -> one.type().equals("process") && !before.containsKey(one.id()))
                .toList();
        if (gone.size() != 1 || come.size() != 1) {
            return Optional.empty();
        }
        List<Detail> details = details(gone.get(0).said(), come.get(0).said());
        details.add(0, new Detail("id", gone.get(0).id(), come.get(0).id()));
        return Optional.of(change(Kind.CHANGED, come.get(0), details));
    }

    private boolean earlierOnly(DiagramElement one) {
        return !after.containsKey(one.id());
    }

    private DiagramElement earlier(DiagramElement now) {
        if (before.containsKey(now.id())) {
            return before.get(now.id());
        }
        return before.get(earlierIds.get(now.id()));
    }

    private String later(String id) {
        return renamed.getOrDefault(id, id);
    }

    private static List<Detail> details(Map<String, String> then, Map<String, String> now) {
        List<Detail> details = new ArrayList<>();
        Details.between(then, now)
                .forEach(detail -> details.add(new Detail(Said.readable(detail.what()), detail.from(), detail.to())));
        return details;
    }

    /** With the names of the elements that it refers to. */
    private static Map<String, String> shown(Map<String, String> all, Map<String, DiagramElement> elements) {
        Map<String, String> shown = new TreeMap<>(all);
        shown.replaceAll((what, value) -> DiagramElements.REFERENCES.contains(what) ? called(value, elements) : value);
        return shown;
    }

    private static String called(String id, Map<String, DiagramElement> elements) {
        DiagramElement element = elements.get(id);
        return element == null || element.name().isBlank() ? id : "%s (%s)".formatted(element.name(), id);
    }

    private static Change change(Kind kind, DiagramElement element, List<Detail> details) {
        boolean whole = element.type().equals("process");
        return new Change(
                kind, whole ? Part.FILE : Part.ELEMENT, element.id(), element.type(), element.name(), null, details);
    }
}
