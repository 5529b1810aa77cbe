package io.redress.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** A run of tables that are tried, as managers read it. */
public record WhatIfRun(
        String id,
        String status,
        boolean queued,
        String createdBy,
        List<String> files,
        long done,
        long total,
        String why,
        List<WhatIfChanged> changed,
        List<WhatIfUndecided> undecided,
        boolean truncated,
        WhatIfTotals totals,
        List<WhatIfGroup> byMonth,
        List<WhatIfGroup> byCause,
        List<WhatIfGroup> byTeam,
        List<WhatIfReason> reasons,
        WhatIfPersons persons,
        List<WhatIfTimes> times) {

    public record WhatIfChanged(
            String caseNumber,
            String table,
            String what,
            String old,
            @JsonProperty("new") String now) {}

    public record WhatIfUndecided(String caseNumber, String element, String why) {}

    public record WhatIfTotals(
            long cases,
            long changed,
            long undecided,
            long wording,
            long better,
            long worse,
            Map<String, WhatIfSum> byCurrency,
            Map<String, WhatIfSum> goodsByCurrency) {}

    public record WhatIfSum(String old, @JsonProperty("new") String now, String delta) {}

    public record WhatIfGroup(
            String key,
            String currency,
            long changed,
            String old,
            @JsonProperty("new") String now,
            String delta) {}

    public record WhatIfReason(String element, String why, long cases) {}

    public record WhatIfPersons(long more, long fewer, long limitsOpen) {}

    public record WhatIfTimes(String clock, long shorter, long longer) {}
}
