package io.redress.remedy.owed;

import io.redress.remedy.owed.ComparedFigure.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The explanation of the sum, as a sentence for staff, with the figures that led to it. */
final class OwedExplanation {

    private static final Set<Kind> OF_THE_ORDER =
            Set.of(Kind.LINES, Kind.DELIVERY_FEE, Kind.OTHER_FEE, Kind.TOTAL, Kind.CAPTURED, Kind.CAPTURED_ELSEWHERE);
    private static final Set<Kind> OF_WHAT_WAS_GIVEN = Set.of(
            Kind.AFFECTED,
            Kind.GIVEN_BY_CASE,
            Kind.GIVEN_AT_PROVIDER,
            Kind.GIVEN_BY_SHOP,
            Kind.BEING_RESOLVED,
            Kind.RULED_NOT_OWED,
            Kind.DISPUTED,
            Kind.LEFT);

    private OwedExplanation() {}

    static String of(Owed owed) {
        return switch (owed.certainty()) {
            case CERTAIN ->
                owed.least().isZero()
                        ? "What is affected cost nothing, so no money is owed."
                        : "%s is owed.".formatted(owed.least());
            case NOTHING_LEFT ->
                "What is affected was made good before, so nothing is left to give back: "
                        + figures(owed, OF_WHAT_WAS_GIVEN);
            case UNCLEAR ->
                "At least %s and at most %s can be owed: ".formatted(owed.least(), owed.most())
                        + figures(owed, OF_WHAT_WAS_GIVEN);
            case FIGURES_DISAGREE ->
                "The figures of the order do not agree: " + figures(owed, OF_THE_ORDER) + " "
                        + figures(owed, OF_WHAT_WAS_GIVEN);
        };
    }

    private static String figures(Owed owed, Set<Kind> kinds) {
        List<ComparedFigure> figures = owed.figures().stream()
                .filter(figure -> kinds.contains(figure.kind()))
                .toList();
        return figures.stream().map(OwedExplanation::of).collect(Collectors.joining("; ", "", "."));
    }

    private static String of(ComparedFigure figure) {
        String of = figure.detail().isEmpty() ? "" : " (" + figure.detail() + ")";
        return switch (figure.kind()) {
                    case AFFECTED -> "affected and not given back for its line yet ";
                    case LINES -> "all lines ";
                    case DELIVERY_FEE -> "delivery ";
                    case OTHER_FEE -> "fee ";
                    case TOTAL -> "total ";
                    case CAPTURED -> "paid ";
                    case CAPTURED_ELSEWHERE -> "paid elsewhere ";
                    case GIVEN_BY_CASE -> "given back by a case ";
                    case GIVEN_AT_PROVIDER -> "given back by hand at the provider ";
                    case GIVEN_BY_SHOP -> "given back by the shop ";
                    case BEING_RESOLVED -> "failed and with a person now ";
                    case RULED_NOT_OWED -> "said not to be owed ";
                    case DISPUTED -> "disputed ";
                    case LEFT -> "left of what was paid ";
                }
                + figure.amount()
                + of;
    }
}
