package io.redress.remedy.plan;

import io.redress.complaint.file.Complaint;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import io.redress.outside.order.Order;
import io.redress.remedy.decision.Decisions;
import io.redress.remedy.decision.Decisions.TableAnswer;
import io.redress.remedy.decision.ReasonTexts;
import io.redress.remedy.decision.RemedyFacts;
import io.redress.remedy.decision.RemedyTable;
import io.redress.remedy.decision.TableReason;
import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.owed.FeeKind;
import io.redress.remedy.plan.RemedyPreview.Goods;
import io.redress.remedy.plan.RemedyPreview.Part;
import io.redress.remedy.returns.WaysBack;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.finding.ProposedRemedies;
import io.redress.verification.finding.Verdict;
import io.redress.verification.finding.WayBackChoices;
import io.redress.verification.gathering.Verification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The previews of verdicts before they are given: the same table, facts and sums answer that decide afterwards. */
@Component
public class RemedyPreviews implements ProposedRemedies {

    private static final String NAMED = "the amount that you name";

    private final RemedyFacts facts;
    private final RemedyTable table;
    private final Decisions decisions;
    private final WaysBack waysBack;
    private final WayBackChoices wayBackChoices;
    private final ReasonTexts reasons;
    private final Verification verification;

    RemedyPreviews(
            RemedyFacts facts,
            RemedyTable table,
            Decisions decisions,
            WaysBack waysBack,
            WayBackChoices wayBackChoices,
            ReasonTexts reasons,
            Verification verification) {
        this.facts = facts;
        this.table = table;
        this.decisions = decisions;
        this.waysBack = waysBack;
        this.wayBackChoices = wayBackChoices;
        this.reasons = reasons;
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
            List<Proposal> plan = decisions.plan(complaint, evidence, counted, Optional.of(verdict));
            parts.addAll(parts(plan, evidence));
            List<Goods> goods = waysBack.propose(complaint, evidence, plan, wayBackChoices.of(verdict)).stream()
                    .map(back -> new Goods(back.article(), back.way(), back.payWhen(), back.reason()))
                    .toList();
            return new RemedyPreview(answer.outcome(), kinds(answer), sentence(answer), parts, goods, null);
        } catch (RefusedInput refused) {
            String why = refused.problems().get(0).message();
            return new RemedyPreview(answer.outcome(), kinds(answer), sentence(answer), List.of(), List.of(), why);
        }
    }

    /** What the customer reads with it, in the language of the form. */
    private String sentence(TableAnswer answer) {
        return reasons.inEnglish(new TableReason(answer.reason()));
    }

    private static List<RemedyKind> kinds(TableAnswer answer) {
        List<RemedyKind> kinds = new ArrayList<>();
        if (!answer.refund().equals("none")) {
            kinds.add(RemedyKind.REFUND);
        }
        if (answer.replacement()) {
            kinds.add(RemedyKind.REPLACEMENT);
        }
        EnumWords.constant(RemedyKind.class, answer.byHand()).ifPresent(kinds::add);
        if (answer.apology()) {
            kinds.add(RemedyKind.APOLOGY);
        }
        return kinds;
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

    private static Money sum(List<Proposal> proposals, Function<Proposal, Money> amount) {
        return proposals.stream().map(amount).reduce(Money::plus).orElseThrow();
    }

    private static String refunded(List<Proposal> refunds, Order order) {
        List<String> parts = new ArrayList<>();
        if (refunds.stream()
                .allMatch(refund -> refund.items().isEmpty() && refund.fees().isEmpty())) {
            parts.add(refunds.size() == 1 ? "one payment" : refunds.size() + " payments");
        }
        parts.add(pieces(refunds, order));
        refunds.stream()
                .flatMap(refund -> refund.fees().stream())
                .map(fee -> (fee.kind() == FeeKind.DELIVERY ? "delivery" : fee.name()) + " "
                        + fee.amount().toPlainString())
                .forEach(parts::add);
        refunds.stream()
                .filter(refund -> refund.paymentReference() == null)
                .map(Proposal::money)
                .reduce(Money::plus)
                .ifPresent(outside -> parts.add(outside + " of it by a person, since no payment has it left"));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String pieces(List<Proposal> proposals, Order order) {
        return proposals.stream()
                .flatMap(proposal -> proposal.items().stream())
                .filter(item -> item.quantity() > 0)
                .sorted(Comparator.comparing(Remedy.Item::line, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(item -> item.quantity() + " × " + name(item, order))
                .collect(Collectors.joining(", "));
    }

    private static String name(Remedy.Item item, Order order) {
        return order.lines().stream()
                .filter(line -> Integer.valueOf(line.line()).equals(item.line()))
                .flatMap(line -> Stream.ofNullable(line.description()))
                .findFirst()
                .orElse(item.sku());
    }
}
