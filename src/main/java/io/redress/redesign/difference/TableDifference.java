package io.redress.redesign.difference;

import io.redress.redesign.difference.Change.Detail;
import io.redress.redesign.difference.Change.Kind;
import io.redress.redesign.difference.Change.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What differs between two files of decisions: decisions, their columns, and their rows cell by cell. */
final class TableDifference {

    private static final Set<String> IN_ORDER = Set.of("FIRST", "RULE ORDER", "OUTPUT ORDER", "PRIORITY");

    private final List<Change> changes = new ArrayList<>();

    private TableDifference() {}

    static List<Change> between(Element before, Element after) {
        TableDifference difference = new TableDifference();
        difference.compare(decisions(before), decisions(after));
        return difference.changes;
    }

    private static Map<String, Element> decisions(Element root) {
        Map<String, Element> decisions = new LinkedHashMap<>();
        Stream.of("decision", "businessKnowledgeModel")
                .flatMap(kind -> Xml.children(root, kind))
                .forEach(decision -> decisions.put(decision.getAttribute("id"), decision));
        return decisions;
    }

    private void compare(Map<String, Element> before, Map<String, Element> after) {
        after.forEach((id, now) -> {
            Element then = before.get(id);
            List<Detail> details = Details.between(then == null ? Map.of() : head(then), head(now));
            if (then == null || !details.isEmpty()) {
                changes.add(change(then == null ? Kind.ADDED : Kind.CHANGED, now, details));
            }
            if (then != null) {
                DecisionTable earlier = DecisionTable.of(then);
                DecisionTable later = DecisionTable.of(now);
                columns(earlier, later);
                rows(earlier, later);
            }
        });
        before.forEach((id, then) -> {
            if (!after.containsKey(id)) {
                changes.add(change(Kind.REMOVED, then, Details.between(head(then), Map.of())));
            }
        });
    }

    /** What a decision says apart from columns and rows; a literal expression is part of it. */
    private static Map<String, String> head(Element decision) {
        Map<String, String> head = new LinkedHashMap<>();
        Said.of(
                        decision,
                        child -> Set.of("input", "output", "rule", "authorityRequirement")
                                .contains(child.getLocalName()),
                        Map.of())
                .forEach((path, value) -> head.put(path.replace("decisionTable/", ""), value));
        // A table without attributes says no more than that it is one.
        head.remove("decisionTable");
        return head;
    }

    private static Change change(Kind kind, Element decision, List<Detail> details) {
        return new Change(
                kind,
                Part.DECISION,
                decision.getAttribute("id"),
                "decision",
                decision.getAttribute("name"),
                null,
                details);
    }

    private void columns(DecisionTable before, DecisionTable after) {
        after.columns().forEach((key, now) -> {
            DecisionTable.Column then = before.columns().get(key);
            List<Detail> details = Details.between(then == null ? Map.of() : then.said(), now.said());
            if (then == null || !details.isEmpty()) {
                changes.add(change(then == null ? Kind.ADDED : Kind.CHANGED, now, details));
            }
        });
        before.columns().forEach((key, then) -> {
            if (!after.columns().containsKey(key)) {
                changes.add(change(Kind.REMOVED, then, Details.between(then.said(), Map.of())));
            }
        });
    }

    private static Change change(Kind kind, DecisionTable.Column column, List<Detail> details) {
        return new Change(kind, Part.COLUMN, column.id(), "", column.label(), null, details);
    }

    private void rows(DecisionTable before, DecisionTable after) {
        Map<DecisionTable.Row, DecisionTable.Row> pairs = RowPairs.between(before.rows(), after.rows());
        Collection<DecisionTable.Row> kept = pairs.values();
        Set<DecisionTable.Row> moved = IN_ORDER.contains(after.hitPolicy()) ? RowPairs.moved(pairs) : Set.of();
        for (DecisionTable.Row now : after.rows()) {
            DecisionTable.Row then = pairs.get(now);
            if (then == null) {
                changes.add(change(Kind.ADDED, now, Details.between(Map.of(), after.shown(now))));
                continue;
            }
            List<Detail> details = new ArrayList<>(Details.between(before.shown(then), after.shown(now)));
            if (moved.contains(now)) {
                details.add(0, new Detail("place", "row " + then.number(), "row " + now.number()));
            }
            if (!details.isEmpty()) {
                changes.add(change(Kind.CHANGED, now, details));
            }
        }
        before.rows().stream()
                .filter(then -> !kept.contains(then))
                .forEach(
                        then -> changes.add(change(Kind.REMOVED, then, Details.between(before.shown(then), Map.of()))));
    }

    private static Change change(Kind kind, DecisionTable.Row row, List<Detail> details) {
        return new Change(kind, Part.ROW, row.id(), "", "", row.number(), details);
    }
}
