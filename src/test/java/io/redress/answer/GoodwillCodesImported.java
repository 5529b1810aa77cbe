package io.redress.answer;

import java.util.List;

/** The answer to codes for the pool. */
public record GoodwillCodesImported(int received, int added, List<String> known, boolean dryRun) {}
