package io.redress.answer.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What a task's form is given to show of the case, in ready-made words. */
public record CaseFile(
        List<EarlierCase> earlierCases,

        @JsonProperty(required = false) Verification verification) {

    public record EarlierCase(String caseNumber, String tie, String outcome, String receivedAt) {}

    /** What can be chosen in <i>Verify complaint</i>, and what each choice would come to. */
    public record Verification(String claimByFacts, List<Proposal> proposals, List<Line> lines, String deliveryFee) {}

    public record Proposal(
            List<String> answers,
            String digest,
            String headline,
            String kinds,
            List<Planned> remedies,
            List<Goods> goods,
            String sentence,
            String obstacle) {}

    public record Planned(String kind, String amount, String what) {}

    public record Goods(String article, String way, String payWhen, String reason) {}

    public record Line(String label) {}
}
