package io.redress.redesign.whatif;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What a run found, in sums. Cases that are undecided count in no sum of money.
 *
 * @param decisions how many decisions of the tape were looked at
 * @param totals over all cases
 * @param byMonth money by the month of the decision
 * @param byCause money by what was found to be the cause
 * @param byTeam money by the case's team
 * @param answers what would be answered otherwise, the most frequent first
 * @param reasons why cases are undecided, the most frequent first
 * @param persons how often a person would be needed
 * @param times how many cases would be promised another time
 */
public record WhatIfReport(
        long decisions,
        Totals totals,
        List<Group> byMonth,
        List<Group> byCause,
        List<Group> byTeam,
        List<Answers> answers,
        List<Reason> reasons,
        Persons persons,
        List<Times> times) {

    /**
     * All cases.
     *
     * @param changed how many would have another answer
     * @param wording how many of these only in their words
     * @param better how many of these would be better for the customer
     * @param byCurrency money
     * @param goodsByCurrency the value of goods, and of goodwill that is no money
     */
    public record Totals(
            long cases,
            long changed,
            long undecided,
            long wording,
            long better,
            long worse,
            Map<String, Sum> byCurrency,
            Map<String, Sum> goodsByCurrency) {}

    /** Amounts in major units, as many decimals as the currency has. */
    public record Sum(String old, @JsonProperty("new") String now, String delta) {}

    /** The money of some cases in one currency. @param changed in how many of them it would be another amount */
    public record Group(
            String key,
            String currency,
            long changed,
            String old,
            @JsonProperty("new") String now,
            String delta) {}

    /** An output that would be another, and in how many cases. */
    public record Answers(
            String table,
            String what,
            String old,
            @JsonProperty("new") String now,
            long cases) {}

    /** Why cases are undecided. */
    public record Reason(String element, String why, long cases) {}

    /** @param limitsOpen cases in which the sums that limits look at would be others */
    public record Persons(long more, long fewer, long limitsOpen) {}

    /** A clock. */
    public record Times(String clock, long shorter, long longer) {}
}
