package io.redress.answer;

import java.util.List;

/** Why a case was decided as it was. */
public record Explanation(
        boolean automatic,
        List<ExplanationFact> facts,
        List<ExplanationRule> rules,
        List<ExplanationChange> whatWouldChangeIt) {

    public record ExplanationFact(String name, String value) {}

    public record ExplanationRule(String table, int version, Integer row, String sentence) {}

    public record ExplanationChange(String fact, String from, String to, String outcome) {}
}
