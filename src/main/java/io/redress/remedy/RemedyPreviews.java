package io.redress.remedy;

import io.redress.complaint.Complaint;
import io.redress.engine.RefusedInput;
import io.redress.order.Order;
import io.redress.remedy.Decisions.TableAnswer;
import io.redress.remedy.RemedyPreview.Part;
import io.redress.verification.Evidence;
import io.redress.verification.ProposedRemedies;
import io.redress.verification.Verdict;
import io.redress.verification.Verification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** What verdicts come to before they are given: the same table, facts and sums answer that decide afterwards. */
@Component
public class RemedyPreviews implements ProposedRemedies {

    private static final String NAMED = "the amount that you name";

    private final RemedyFacts facts;
    private final RemedyTable table;
    private final Decisions decisions;
    private final Verification verification;

    RemedyPreviews(RemedyFacts facts, RemedyTable table, Decisions decisions, Verification verification) {
        this.facts = facts;
        this.table = table;
        this.decisions = decisions;
        this.verification = verification;
    }

    @Override
    public Proposed of(Complaint complaint, Verdict verdict) {
        RemedyPreview preview =
                of(complaint, verification.evidence(complaint.number()).orElseThrow(), verdict);
        if (preview.obstacle() != null) {
            throw new RefusedInput("remedyChoice", preview.obstacle());
        }
        return preview.asProposed();
    }

    /**
     * What this verdict would come to.
     *
     * @param complaint with the claim that is supposed
     * @param evidence what is known for that claim
     * @param verdict in the customer's favour; an amount that has still to be named is not counted
     */
    public RemedyPreview of(Complaint complaint, Evidence evidence, Verdict verdict) {
        TableAnswer answer = table.ask(facts.of(complaint, evidence, Optional.of(verdict)));
        boolean toBeNamed = answer.refund().equals("amount") && verdict.refundAmount() == null;
        try {
            List<Part> parts = new ArrayList<>();
            if (toBeNamed) {
                parts.add(new Part(RemedyKind.REFUND, null, NAMED));
            }
            TableAnswer counted = toBeNamed ? answer.withoutRefund() : answer;
            parts.addAll(parts(decisions.plan(complaint, evidence, counted, Optional.of(verdict)), evidence));
            return new RemedyPreview(answer.outcome(), answer.reason(), parts, null);
        } catch (RefusedInput refused) {
            String why = refused.problems().get(0).message();
            return new RemedyPreview(answer.outcome(), answer.reason(), List.of(), why);
        }
    }

    private static List<Part> parts(List<Proposal> plan, Evidence evidence) {
        Map<RemedyKind, List<Proposal>> byKind = plan.stream().collect(Collectors.groupingBy(Proposal::kind));
        return byKind.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(kind -> part(kind.getKey(), kind.getValue(), evidence))
                .toList();
    }

    private static Part part(RemedyKind kind, List<Proposal> proposals, Evidence evidence) {
        return switch (kind) {
            case REFUND -> new Part(kind, sum(proposals, Proposal::money), refunded(proposals, evidence.order()));
            case REPLACEMENT ->
                new Part(kind, sum(proposals, Proposal::goodsValue), pieces(proposals, evidence.order()));
            default -> new Part(kind, null, "");
        };
    }

    private static Money sum(List<Proposal> proposals, java.util.function.Function<Proposal, Money> amount) {
        return proposals.stream().map(amount).reduce(Money::plus).orElseThrow();
    }

    private static String refunded(List<Proposal> refunds, Order order) {
        List<String> parts = new ArrayList<>();
        if (refunds.stream().allMatch(refund -> refund.items().isEmpty())) {
            parts.add(refunds.size() == 1 ? "one payment" : refunds.size() + " payments");
        } else {
            parts.add(pieces(refunds, order));
            Money fees = besidesItems(refunds);
            if (fees.isPositive()) {
                parts.add("fees " + fees);
            }
        }
        refunds.stream()
                .filter(refund -> refund.paymentReference() == null)
                .map(Proposal::money)
                .reduce(Money::plus)
                .ifPresent(outside -> parts.add(outside + " of it by a person, since no payment has it left"));
        return String.join(", ", parts);
    }

    private static Money besidesItems(List<Proposal> refunds) {
        BigDecimal items = refunds.stream()
                .flatMap(refund -> refund.items().stream())
                .map(Remedy.Item::amount)
                .filter(amount -> amount != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum(refunds, Proposal::money).minus(items);
    }

    private static String pieces(List<Proposal> proposals, Order order) {
        return proposals.stream()
                .flatMap(proposal -> proposal.items().stream())
                .filter(item -> item.quantity() > 0)
                .sorted(Comparator.comparing(Remedy.Item::sku))
                .map(item -> item.quantity() + " × " + name(item.sku(), order))
                .collect(Collectors.joining(", "));
    }

    private static String name(String sku, Order order) {
        return order.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .flatMap(line -> Stream.ofNullable(line.description()))
                .findFirst()
                .orElse(sku);
    }
}
