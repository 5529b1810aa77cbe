package io.redress.redesign.whatif.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.redress.redesign.whatif.AnswerChange;
import io.redress.redesign.whatif.WhatIfReport;
import io.redress.redesign.whatif.WhatIfRun;
import io.redress.redesign.whatif.WhatIfRun.ListedCase;
import io.redress.redesign.whatif.WhatIfRun.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A run as the API shows it. */
@Schema(name = "WhatIfRun")
record RunView(
        UUID id,

        @Schema(allowableValues = {"running", "done", "failed", "cancelled"})
        String status,

        @Schema(description = "Whether it still waits for a node that is free.")
        boolean queued,

        OffsetDateTime createdAt,
        String createdBy,
        List<String> files,
        OffsetDateTime from,
        OffsetDateTime to,
        Integer last,

        @Schema(description = "How many cases were looked at.")
        long done,

        @Schema(description = "How many are to be looked at; 0 as long as that is not known.")
        long total,

        @Schema(description = "Why it failed.") String why,

        @Schema(description = "The page of cases whose answers would be others, in the order of their numbers.")
        List<Changed> changed,

        @Schema(description = "The page of cases of which it cannot be told, and why.")
        List<Undecided> undecided,

        int page,
        int size,

        @Schema(
                description =
                        "Whether there are more cases of a kind than the run lists; the totals count all of them.")
        boolean truncated,

        Totals totals,
        List<Group> byMonth,
        List<Group> byCause,
        List<Group> byTeam,

        @Schema(description = "Which answers would be others, and in how many cases.")
        List<Answers> answers,

        @Schema(description = "Why cases are undecided, and how many.")
        List<Reason> reasons,

        Persons persons,

        @Schema(description = "The clocks that would be given another time, and in how many cases.")
        List<Times> times) {

    @Schema(name = "WhatIfChanged")
    record Changed(
            String caseNumber,
            String table,
            String what,
            String old,
            @JsonProperty("new") String now,
            List<Change> changes,
            List<Money> money) {}

    @Schema(name = "WhatIfChange")
    record Change(
            String table,
            String what,
            String old,
            @JsonProperty("new") String now) {}

    @Schema(name = "WhatIfMoney")
    record Money(
            String currency,
            String old,
            @JsonProperty("new") String now,
            String delta) {}

    @Schema(name = "WhatIfUndecided")
    record Undecided(String caseNumber, String element, String why, List<Change> changes) {}

    @Schema(name = "WhatIfTotals")
    record Totals(
            long cases,
            long changed,
            long undecided,

            @Schema(description = "How many of the changed ones would only be worded otherwise.")
            long wording,

            long better,
            long worse,
            Map<String, Sum> byCurrency,

            @Schema(description = "The value of goods, and of goodwill that is no money.")
            Map<String, Sum> goodsByCurrency) {}

    @Schema(name = "WhatIfSum")
    record Sum(String old, @JsonProperty("new") String now, String delta) {}

    @Schema(name = "WhatIfGroup")
    record Group(
            @Schema(description = "The month, the cause or the team; empty where the cause is not known.")
            String key,

            String currency,
            long changed,
            String old,
            @JsonProperty("new") String now,
            String delta) {}

    @Schema(name = "WhatIfAnswers")
    record Answers(
            String table,
            String what,
            String old,
            @JsonProperty("new") String now,
            long cases) {}

    @Schema(name = "WhatIfReason")
    record Reason(String element, String why, long cases) {}

    @Schema(name = "WhatIfPersons")
    record Persons(
            @Schema(description = "In how many cases a person would be needed who was not.")
            long more,

            long fewer,

            @Schema(
                    description =
                            "In how many cases the sums that limits of authority look at would be others; limits are not asked again there.")
            long limitsOpen) {}

    @Schema(name = "WhatIfTimes")
    record Times(String clock, long shorter, long longer) {}

    private static final WhatIfReport NOTHING = new WhatIfReport(
            0,
            new WhatIfReport.Totals(0, 0, 0, 0, 0, 0, Map.of(), Map.of()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new WhatIfReport.Persons(0, 0, 0),
            List.of());

    static RunView of(WhatIfRun run, List<ListedCase> changed, List<ListedCase> undecided, int page, int size) {
        WhatIfReport report = run.report() == null ? NOTHING : run.report();
        WhatIfReport.Totals totals = report.totals();
        return new RunView(
                run.id(),
                status(run.status()),
                run.status() == Status.QUEUED,
                utc(run.createdAt()),
                run.createdBy(),
                run.files(),
                utc(run.span().from()),
                utc(run.span().to()),
                run.span().last(),
                run.done(),
                run.total(),
                run.why(),
                changed.stream().map(RunView::changed).toList(),
                undecided.stream()
                        .map(one -> new Undecided(one.caseNumber(), one.element(), one.why(), changes(one.changes())))
                        .toList(),
                page,
                size,
                run.report() != null
                        && (totals.changed() > run.changedListed() || totals.undecided() > run.undecidedListed()),
                new Totals(
                        totals.cases(),
                        totals.changed(),
                        totals.undecided(),
                        totals.wording(),
                        totals.better(),
                        totals.worse(),
                        sums(totals.byCurrency()),
                        sums(totals.goodsByCurrency())),
                groups(report.byMonth()),
                groups(report.byCause()),
                groups(report.byTeam()),
                report.answers().stream()
                        .map(one -> new Answers(one.table(), one.what(), one.old(), one.now(), one.cases()))
                        .toList(),
                report.reasons().stream()
                        .map(one -> new Reason(one.element(), one.why(), one.cases()))
                        .toList(),
                new Persons(
                        report.persons().more(),
                        report.persons().fewer(),
                        report.persons().limitsOpen()),
                report.times().stream()
                        .map(one -> new Times(one.clock(), one.shorter(), one.longer()))
                        .toList());
    }

    /** A run that waits for a node is on its way for whoever asks. */
    static String status(Status status) {
        return status == Status.QUEUED ? "running" : status.name().toLowerCase(Locale.ROOT);
    }

    private static Changed changed(ListedCase one) {
        AnswerChange first = one.changes().get(0);
        return new Changed(
                one.caseNumber(),
                first.table(),
                first.what(),
                first.old(),
                first.now(),
                changes(one.changes()),
                one.money().stream()
                        .map(money ->
                                new Money(money.currency(), money.old(), money.now(), delta(money.old(), money.now())))
                        .toList());
    }

    /** To the cent, as both are. */
    static String delta(String old, String now) {
        return new BigDecimal(now).subtract(new BigDecimal(old)).toPlainString();
    }

    private static List<Change> changes(List<AnswerChange> changes) {
        return changes.stream()
                .map(one -> new Change(one.table(), one.what(), one.old(), one.now()))
                .toList();
    }

    private static Map<String, Sum> sums(Map<String, WhatIfReport.Sum> sums) {
        Map<String, Sum> shown = new java.util.TreeMap<>();
        sums.forEach((currency, sum) -> shown.put(currency, new Sum(sum.old(), sum.now(), sum.delta())));
        return shown;
    }

    private static List<Group> groups(List<WhatIfReport.Group> groups) {
        return groups.stream()
                .map(one -> new Group(one.key(), one.currency(), one.changed(), one.old(), one.now(), one.delta()))
                .toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
