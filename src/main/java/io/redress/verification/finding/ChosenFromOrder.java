package io.redress.verification.finding;

import io.redress.complaint.file.AffectedItem;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.outside.order.Order;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.Evidence.Affected;
import io.redress.verification.finding.AffectedChoice.ChosenLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A handler's choice of what is affected, checked against the order that it is about. */
record ChosenFromOrder(AffectedChoice choice, Evidence evidence) {

    /** @throws RefusedInput naming every line, piece and fee that the order does not have */
    void check() {
        List<Problem> problems = new ArrayList<>();
        if (!evidence.orderFound() && !choice.isNone()) {
            problems.add(new Problem(
                    choice.namesLines() ? AffectedChoice.LINES : AffectedChoice.DELIVERY_FEE,
                    "No order is known to choose anything of."));
        } else if (evidence.orderFound()) {
            choice.lines().forEach(chosen -> check(chosen, problems));
            checkFees(problems);
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
    }

    private void check(ChosenLine chosen, List<Problem> problems) {
        Optional<Order.Line> line = line(chosen.line());
        if (line.isEmpty()) {
            problems.add(new Problem(
                    AffectedChoice.LINES,
                    "The order has no line %d; its lines are %s.".formatted(chosen.line(), lineNumbers())));
        } else if (chosen.quantity() > line.get().quantity()) {
            problems.add(new Problem(
                    AffectedChoice.LINES,
                    "Of line %d (%s) %d were ordered, not %d."
                            .formatted(
                                    chosen.line(), line.get().sku(), line.get().quantity(), chosen.quantity())));
        }
    }

    private String lineNumbers() {
        List<Order.Line> lines = evidence.order().lines();
        return lines.size() == 1
                ? String.valueOf(lines.get(0).line())
                : lines.get(0).line() + " to " + lines.get(lines.size() - 1).line();
    }

    private void checkFees(List<Problem> problems) {
        if (Boolean.TRUE.equals(choice.deliveryFee())
                && evidence.order().deliveryFee().isZero()) {
            problems.add(new Problem(AffectedChoice.DELIVERY_FEE, "The order was delivered free of charge."));
        }
        List<String> known =
                evidence.order().fees().stream().map(Order.Fee::name).toList();
        choice.fees().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(new Problem(
                        AffectedChoice.FEES,
                        known.isEmpty()
                                ? "The order has no further fees."
                                : "The order has no fee “%s”; it has %s.".formatted(name, String.join(", ", known)))));
    }

    /** The chosen pieces at the order's prices, in the order's own sequence. */
    List<Affected> affected() {
        return choice.lines().stream()
                .map(chosen -> affected(line(chosen.line()).orElseThrow(), chosen.quantity()))
                .toList();
    }

    private static Affected affected(Order.Line line, int quantity) {
        return new Affected(line.line(), line.sku(), line.description(), quantity, line.unitPrice());
    }

    static List<AffectedItem> items(List<Affected> chosen) {
        return chosen.stream()
                .map(part -> new AffectedItem(part.line(), part.sku(), part.quantity()))
                .toList();
    }

    private Optional<Order.Line> line(int number) {
        return evidence.order().lines().stream()
                .filter(line -> line.line() == number)
                .findFirst();
    }
}
