package io.redress.redesign.tape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redress.engine.record.Evaluation;
import io.redress.engine.record.Evaluation.FiredRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The texts in which decisions and answers are stored. */
final class TapeText {

    /** More than any word of ours has; what is longer somebody wrote. */
    private static final int LONGEST_WORD = 60;

    private static final TypeReference<List<OutsideAnswer>> ANSWERS = new TypeReference<>() {};

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private TapeText() {}

    /** What a decision was made of and came to. */
    private record Decided(Map<String, Object> facts, List<FiredRow> rows) {}

    /** The table and its version. */
    static String table(Evaluation decision) {
        return decision.table() + ":" + decision.version();
    }

    /** Facts in the order of their names, and rows. */
    static String decision(Evaluation decision) {
        Map<String, Object> facts = new TreeMap<>(decision.facts());
        facts.values().removeIf(value -> !isWord(value));
        return write(new Decided(facts, decision.rows()));
    }

    /** Longer texts are somebody's own words, and objects may hold some. */
    private static boolean isWord(Object value) {
        return value == null
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof String text && text.length() <= LONGEST_WORD;
    }

    static Evaluation decision(String table, String decision) {
        int colon = table.lastIndexOf(':');
        try {
            Decided decided = JSON.readValue(decision, Decided.class);
            int version = Integer.parseInt(table.substring(colon + 1));
            return new Evaluation(table.substring(0, colon), version, decided.facts(), decided.rows());
        } catch (JsonProcessingException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** {@code null} for none. */
    static String answers(List<OutsideAnswer> answers) {
        return answers.isEmpty() ? null : write(answers);
    }

    static List<OutsideAnswer> answers(String answers) {
        try {
            return answers == null ? List.of() : JSON.readValue(answers, ANSWERS);
        } catch (JsonProcessingException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static IllegalStateException unreadable(JsonProcessingException why) {
        return new IllegalStateException("A row of the tape cannot be read", why);
    }
}
