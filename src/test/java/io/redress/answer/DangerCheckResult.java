package io.redress.answer;

import java.util.List;

/** What the lexicon finds in texts, in their order. */
public record DangerCheckResult(List<DangerCheckItem> items) {

    public record DangerCheckItem(String danger, List<String> why, List<String> topics) {}
}
