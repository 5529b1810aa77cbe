package io.redress.remedy.owed;

import io.redress.outside.order.Order;
import io.redress.outside.payment.Refund;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * A row of the ledger that made good, or is about to make good, something of the order.
 *
 * @param key our key, by which the payment provider knows a refund of ours, too
 * @param money what goes to the customer; zero for goods
 * @param payment the payment that it is given back of, {@code null} where that is outside
 * @param providerReference the provider's id of the refund or, by hand, the proof in a person's words; may be {@code null}
 * @param parts the articles' shares
 * @param fees the fees' shares
 */
record LedgerRow(
        String key,
        String caseNumber,
        Kind kind,
        State state,
        Money money,
        String payment,
        String providerReference,
        List<Part> parts,
        List<FeePart> fees) {

    enum Kind {
        MONEY,
        GOODS
    }

    enum State {
        /** The customer has it, or will unless something goes wrong. */
        GIVEN,
        /** It failed, and a person still has to bring it about in another way. */
        BEING_RESOLVED,
        /** It failed, and a person said that it is not owed. */
        NOT_OWED
    }

    /**
     * An article's share.
     *
     * @param line {@code null} in rows from before lines were written down
     * @param amount {@code null} for goods, and in the ledger's first rows, where it is the whole price of the pieces
     */
    record Part(Integer line, String sku, int quantity, Money amount) {}

    record FeePart(FeeKind kind, String name, Money amount) {}

    /** What the shop itself gave back, as if it stood in the ledger. */
    static LedgerRow ofShop(Order order) {
        List<Part> parts = new ArrayList<>();
        List<FeePart> fees = new ArrayList<>();
        Money all = Money.zero(order.currency());
        for (Order.GivenBack given : order.givenBack()) {
            all = all.plus(given.amount());
            switch (given.part()) {
                case LINE -> parts.add(new Part(given.line(), null, given.quantity(), given.amount()));
                case DELIVERY -> fees.add(new FeePart(FeeKind.DELIVERY, "", given.amount()));
                case FEE -> fees.add(new FeePart(FeeKind.OTHER, given.fee(), given.amount()));
                case UNNAMED -> {}
            }
        }
        return new LedgerRow("", "", Kind.MONEY, State.GIVEN, all, null, null, parts, fees);
    }

    /** Whether it names neither article nor fee that it is for. */
    boolean namesNothing() {
        return parts.isEmpty() && fees.isEmpty();
    }

    LedgerRow in(State other) {
        return new LedgerRow(key, caseNumber, kind, other, money, payment, providerReference, parts, fees);
    }

    /** Whether a refund that a provider tells of is this row's: by our key, or by the id that a person gave as proof. */
    boolean isFor(Refund refund) {
        return kind == Kind.MONEY
                && (key.equals(refund.key())
                        || refund.id() != null && providerReference != null && providerReference.contains(refund.id()));
    }
}
