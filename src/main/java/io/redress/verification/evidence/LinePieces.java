package io.redress.verification.evidence;

import io.redress.outside.order.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pieces of an order's lines. An article whose line is not told is taken from the lines that have it, where it makes no
 * difference from which: it stands in one line, or at one price, or all its pieces are meant.
 */
public final class LinePieces {

    private final Order order;
    private final Map<Integer, Order.Line> lines;
    private final Map<Integer, Integer> byLine = new LinkedHashMap<>();
    private final Set<String> unclear = new LinkedHashSet<>();
    private final List<String> missing = new ArrayList<>();
    private final Map<String, Long> surplus = new LinkedHashMap<>();

    private LinePieces(Order order) {
        this.order = order;
        this.lines = order.lines().stream().collect(Collectors.toMap(Order.Line::line, Function.identity()));
    }

    /** Everything that was bought. */
    public static LinePieces all(Order order) {
        LinePieces all = new LinePieces(order);
        order.lines().forEach(line -> all.byLine.put(line.line(), line.quantity()));
        return all;
    }

    /** What is in parcels; what was not bought, such as a present, and pieces beyond those that were, do not count. */
    public static LinePieces of(Stream<Order.Item> inParcels, Order order) {
        LinePieces inside = all(order).those(inParcels.toList());
        inside.missing.clear();
        inside.surplus.clear();
        return inside;
    }

    /** Those of these pieces that somebody names; none beyond these, and nothing twice. */
    public LinePieces those(List<Order.Item> named) {
        LinePieces those = new LinePieces(order);
        Map<Integer, Long> ofLine = new LinkedHashMap<>();
        Map<String, Long> ofArticle = new LinkedHashMap<>();
        for (Order.Item item : named) {
            if (item.line() == null) {
                ofArticle.merge(item.sku(), (long) item.quantity(), Long::sum);
            } else if (isOf(item)) {
                ofLine.merge(item.line(), (long) item.quantity(), Long::sum);
            } else {
                those.missing.add("Line %d with the article %s".formatted(item.line(), item.sku()));
            }
        }
        ofLine.forEach((line, quantity) -> takeLine(lines.get(line), quantity, those));
        Map<String, List<Order.Line>> bySku =
                ofArticle.isEmpty() ? Map.of() : order.lines().stream().collect(Collectors.groupingBy(Order.Line::sku));
        ofArticle.forEach((sku, quantity) -> takeArticle(sku, bySku.getOrDefault(sku, List.of()), quantity, those));
        return those;
    }

    private boolean isOf(Order.Item item) {
        return lines.containsKey(item.line()) && lines.get(item.line()).sku().equals(item.sku());
    }

    private void takeLine(Order.Line line, long quantity, LinePieces those) {
        if (unclear.contains(line.sku())) {
            those.unclear.add(line.sku());
        } else if (count(line) == 0) {
            those.missing.add("Line %d with the article %s".formatted(line.line(), line.sku()));
        } else {
            those.take(line, quantity, count(line));
        }
    }

    private void takeArticle(String sku, List<Order.Line> candidates, long quantity, LinePieces those) {
        if (unclear.contains(sku)) {
            those.unclear.add(sku);
            return;
        }
        if (candidates.stream().allMatch(line -> count(line) == 0)) {
            those.missing.add("The article " + sku);
            return;
        }
        List<Order.Line> open =
                candidates.stream().filter(line -> left(line, those) > 0).toList();
        long all = open.stream().mapToLong(line -> left(line, those)).sum();
        if (quantity < all && prices(open).size() > 1) {
            those.unclear.add(sku);
            return;
        }
        long wanted = quantity;
        for (Order.Line line : open) {
            wanted -= those.take(line, Math.min(wanted, left(line, those)), left(line, those));
        }
        those.note(sku, wanted);
    }

    /** @return how many pieces were taken */
    private int take(Order.Line line, long quantity, int most) {
        int taken = (int) Math.min(quantity, most);
        if (taken > 0) {
            byLine.merge(line.line(), taken, Integer::sum);
        }
        note(line.sku(), quantity - taken);
        return taken;
    }

    private void note(String sku, long beyond) {
        if (beyond > 0) {
            surplus.merge(sku, beyond, Long::sum);
        }
    }

    private int count(Order.Line line) {
        return byLine.getOrDefault(line.line(), 0);
    }

    private int left(Order.Line line, LinePieces taken) {
        return count(line) - taken.count(line);
    }

    private static Set<BigDecimal> prices(List<Order.Line> lines) {
        return lines.stream()
                .map(line -> line.unitPrice().getAmount().stripTrailingZeros())
                .collect(Collectors.toSet());
    }

    /** Whether it is known what is meant, and something is. */
    public boolean isClear() {
        return unclear.isEmpty() && missing.isEmpty() && !byLine.isEmpty();
    }

    /** Whether these are no pieces at all, known or not. */
    public boolean isNothing() {
        return byLine.isEmpty() && unclear.isEmpty();
    }

    /** How many pieces of each line, by its number; only lines with some. */
    public Map<Integer, Integer> byLine() {
        return byLine;
    }

    /** The articles that stand at several prices, of which it is not known which is meant. */
    public Set<String> unclear() {
        return unclear;
    }

    /** What is named and not among these pieces, in words. */
    public List<String> missing() {
        return missing;
    }

    /** How many pieces of an article are named beyond those that there are. */
    public Map<String, Long> surplus() {
        return surplus;
    }
}
