package io.redress.verification.finding;

import io.redress.complaint.file.AffectedItem;
import io.redress.outside.order.Order;
import io.redress.verification.evidence.Evidence.Affected;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The articles that a person named, checked against the order: a slip in one of them is reported, not dropped. */
final class NamedArticles {

    /** Two letters that changed places are two edits. */
    private static final int MOST_EDITS = 2;

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();
    private static final int MOST_LISTED = 20;

    private final Map<String, Integer> named;

    NamedArticles(List<AffectedItem> articles) {
        named = articles.stream()
                .collect(Collectors.toMap(AffectedItem::sku, AffectedItem::quantity, Integer::sum, LinkedHashMap::new));
    }

    /** Everything that the order does not have, in one text; empty where it has all of it. */
    Optional<String> notIn(Order order) {
        Map<String, Integer> ordered = order.lines().stream()
                .collect(Collectors.toMap(Order.Line::sku, Order.Line::quantity, Integer::sum, LinkedHashMap::new));
        Stream<String> slips = named.entrySet().stream()
                .filter(article -> article.getValue() > ordered.getOrDefault(article.getKey(), 0))
                .map(article -> slip(article.getKey(), article.getValue(), ordered));
        return all(slips);
    }

    /** What the order has, and what cannot have gone wrong all the same; empty where all of it can. */
    Optional<String> notAmong(List<Affected> affected) {
        Map<String, Integer> possible =
                affected.stream().collect(Collectors.toMap(Affected::sku, Affected::quantity, Integer::sum));
        Stream<String> impossible = named.entrySet().stream()
                .filter(article -> article.getValue() > possible.getOrDefault(article.getKey(), 0))
                .map(article -> "%s is in the order, but %s of it can be affected, as the findings say."
                        .formatted(article.getKey(), count(possible.getOrDefault(article.getKey(), 0))));
        return all(impossible);
    }

    private static Optional<String> all(Stream<String> sentences) {
        return Optional.of(sentences.collect(Collectors.joining(" "))).filter(text -> !text.isEmpty());
    }

    private static String slip(String sku, int quantity, Map<String, Integer> ordered) {
        return ordered.containsKey(sku)
                ? "The order has %d of %s, not %d.".formatted(ordered.get(sku), sku, quantity)
                : "\"%s\" is not in the order.%s The order has %s."
                        .formatted(sku, suggestion(sku, ordered.keySet()), list(ordered));
    }

    private static String suggestion(String sku, Set<String> ordered) {
        return ordered.stream()
                .filter(other ->
                        edits(sku, other) <= Math.min(MOST_EDITS, plain(other).length() / 2))
                .min(Comparator.comparingInt(other -> edits(sku, other)))
                .map(" Did you mean %s?"::formatted)
                .orElse("");
    }

    private static int edits(String sku, String other) {
        return DISTANCE.apply(plain(sku), plain(other));
    }

    private static String plain(String sku) {
        return sku.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String list(Map<String, Integer> ordered) {
        String listed = ordered.entrySet().stream()
                .limit(MOST_LISTED)
                .map(line -> line.getValue() == 1 ? line.getKey() : line.getValue() + " x " + line.getKey())
                .collect(Collectors.joining(", "));
        return ordered.size() > MOST_LISTED ? listed + " and others" : listed;
    }

    private static String count(int pieces) {
        return pieces == 0 ? "none" : "only " + pieces;
    }
}
