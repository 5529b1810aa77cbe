package io.redress.insight.casefile;

import io.redress.complaint.file.Complaint;
import io.redress.insight.casefile.CaseFile.OnTheWayPart;
import io.redress.insight.casefile.CaseFile.PiecePart;
import io.redress.insight.casefile.CaseFile.WayBackPart;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.replacement.GoodsOnTheWay;
import io.redress.remedy.replacement.GoodsOnTheWay.Thing;
import io.redress.remedy.returns.GoodsReturn;
import io.redress.remedy.returns.GoodsReturns;
import io.redress.remedy.returns.WayBack;
import io.redress.remedy.returns.WaysBack;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The goods and the money on their way in a case, to the customer or to us, in words. */
@Component
class ReturnParts {

    private final GoodsOnTheWay onTheWay;
    private final WaysBack waysBack;
    private final GoodsReturns returns;
    private final StaffFormat format;

    ReturnParts(GoodsOnTheWay onTheWay, WaysBack waysBack, GoodsReturns returns, StaffFormat format) {
        this.onTheWay = onTheWay;
        this.waysBack = waysBack;
        this.returns = returns;
        this.format = format;
    }

    List<OnTheWayPart> onTheWay(Complaint complaint) {
        return onTheWay.of(complaint.number()).stream()
                .map(thing -> new OnTheWayPart(
                        StaffFormat.label(thing.what()), StaffFormat.label(thing.state()), text(thing)))
                .toList();
    }

    private String text(Thing thing) {
        boolean expected = thing.what().equals("return") && thing.state() == GoodsOnTheWay.State.ON_ITS_WAY;
        String amount = thing.remedy()
                .filter(remedy -> remedy.amount().signum() > 0)
                .map(Remedy::money)
                .map(StaffFormat::amount)
                .orElse("");
        String parcel = thing.reference() == null ? "" : "parcel " + thing.reference();
        String when = thing.at() == null ? "" : (expected ? "expected by " : "since ") + format.time(thing.at());
        return Stream.of(thing.articles(), amount, parcel, when, "round " + thing.round())
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    List<WayBackPart> waysBack(Complaint complaint) {
        return waysBack.of(complaint).stream()
                .map(wayBack -> new WayBackPart(
                        wayBack.article(),
                        StaffFormat.label(wayBack.way()),
                        StaffFormat.label(wayBack.payWhen()),
                        wayBack.reason()))
                .toList();
    }

    /** Every piece of the return that is awaited, called by its line and its place in it. */
    List<PiecePart> awaited(Complaint complaint) {
        return returns.of(complaint.number()).stream()
                .filter(GoodsReturn::isExpected)
                .reduce((earlier, later) -> later)
                .stream()
                .flatMap(goods -> returns.pieces(goods).stream())
                .flatMap(ReturnParts::pieces)
                .toList();
    }

    private static Stream<PiecePart> pieces(WayBack wayBack) {
        String name = wayBack.description() == null ? wayBack.sku() : wayBack.description();
        return IntStream.rangeClosed(1, wayBack.quantity())
                .mapToObj(piece -> new PiecePart(
                        wayBack.quantity() == 1 ? name : "%s, %d of %d".formatted(name, piece, wayBack.quantity()),
                        wayBack.line() + "-" + piece));
    }
}
