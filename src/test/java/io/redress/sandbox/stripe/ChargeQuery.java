package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stripe's search query language as far as charges are searched with it: clauses joined by {@code AND}, of words that
 * are equal and numbers that are compared.
 */
final class ChargeQuery {

    private static final Pattern CLAUSE = Pattern.compile(
            "([a-z_.]+)(?:\\[\"(\\w+)\"])?" + "(?::\"((?:[^\"\\\\]|\\\\.)*)\"|(:|>=|<=|>|<)(\\d+))(?:\\s+AND\\s+|$)");

    private ChargeQuery() {}

    /** The charges that the query is about; Stripe's refusal where it cannot be read. */
    static Predicate<ObjectNode> of(String query) {
        List<Predicate<ObjectNode>> clauses = new ArrayList<>();
        Matcher clause = CLAUSE.matcher(query);
        int read = 0;
        while (read < query.length() && clause.find(read) && clause.start() == read) {
            clauses.add(clause.group(3) == null ? number(clause) : word(clause));
            read = clause.end();
        }
        if (read < query.length() || clauses.isEmpty()) {
            throw StripeError.invalid(null, "We were unable to parse your search query.", "query");
        }
        return charge -> clauses.stream().allMatch(one -> one.test(charge));
    }

    private static Predicate<ObjectNode> word(Matcher clause) {
        String path = path(clause);
        String word = clause.group(3).replaceAll("\\\\(.)", "$1");
        return charge -> charge.at(path).asText().equals(word);
    }

    private static Predicate<ObjectNode> number(Matcher clause) {
        String path = path(clause);
        String compared = clause.group(4);
        long number = Long.parseLong(clause.group(5));
        return charge -> {
            JsonNode field = charge.at(path);
            return field.isNumber()
                    && switch (compared) {
                        case ">=" -> field.asLong() >= number;
                        case "<=" -> field.asLong() <= number;
                        case ">" -> field.asLong() > number;
                        case "<" -> field.asLong() < number;
                        default -> field.asLong() == number;
                    };
        };
    }

    private static String path(Matcher clause) {
        String field = "/" + clause.group(1).replace('.', '/');
        return clause.group(2) == null ? field : field + "/" + clause.group(2);
    }
}
