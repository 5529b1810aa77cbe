package io.redress.remedy.refund;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.payment.AnswerDoubtful;
import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.HeldPayment;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentHolder.Share;
import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.Refund;
import io.redress.outside.payment.RefundRefused;
import io.redress.outside.wire.Permit;
import io.redress.remedy.dispute.DisputeTexts;
import io.redress.remedy.dispute.Disputes;
import io.redress.remedy.ledger.PaymentHeadroom;
import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyFailed;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyProgress;
import io.redress.remedy.ledger.RemedyStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Refunds, each made exactly once: written down before, asked about before it is sent again, written down after. */
@Component
public class Refunds {

    private final RemedyLedger ledger;
    private final PaymentProvider provider;
    private final SurplusSubscriptions subscriptions;
    private final Disputes disputes;
    private final ChargesAtBank chargesAtBank;
    private final OwedAtSending owedAtSending;
    private final Complaints complaints;
    private final Clock clock;

    Refunds(
            RemedyLedger ledger,
            PaymentProvider provider,
            SurplusSubscriptions subscriptions,
            Disputes disputes,
            ChargesAtBank chargesAtBank,
            OwedAtSending owedAtSending,
            Complaints complaints,
            Clock clock) {
        this.ledger = ledger;
        this.provider = provider;
        this.subscriptions = subscriptions;
        this.disputes = disputes;
        this.chargesAtBank = chargesAtBank;
        this.owedAtSending = owedAtSending;
        this.complaints = complaints;
        this.clock = clock;
    }

    /**
     * Refunds what is next, or asks what became of it. Safe to repeat at any moment. What one provider cannot do now
     * holds up nothing at another one: only once the rest went through is a person asked, or a later attempt waited
     * for.
     *
     * @throws RemedyFailed where the provider refuses for good, or a person has to look
     * @throws PaymentProviderUnavailable where it is to be tried again later
     */
    public RemedyProgress refundNext(CaseNumber caseNumber) {
        PaymentProviderUnavailable unavailable = null;
        RemedyProgress waiting = null;
        for (Remedy remedy : ledger.open(caseNumber, RemedyKind.REFUND)) {
            try (Permit permit = permit(remedy)) {
                RemedyProgress step = remedy.status() == RemedyStatus.APPROVED ? send(remedy, permit) : resume(remedy);
                if (step == RemedyProgress.NEXT) {
                    // What was noted belongs to this transaction, and what is sent must not wait for it.
                    return step;
                }
                if (step == RemedyProgress.DONE) {
                    return ledger.nextOpen(caseNumber, RemedyKind.REFUND).isPresent()
                            ? RemedyProgress.NEXT
                            : end(caseNumber);
                }
                waiting = waiting == RemedyProgress.PENDING ? waiting : step;
            } catch (PaymentProviderUnavailable later) {
                unavailable = unavailable == null || !unavailable.wasAsked() ? later : unavailable;
            } catch (RemedyFailed refused) {
                // The ledger has it, and the end looks for it there.
            }
        }
        if (unavailable != null) {
            throw unavailable;
        }
        requireNoneFailed(caseNumber);
        return waiting == null ? end(caseNumber) : waiting;
    }

    private Permit permit(Remedy remedy) {
        return remedy.paymentReference() == null ? Permit.NONE : provider.permit(held(remedy));
    }

    private RemedyProgress end(CaseNumber caseNumber) {
        requireNoneFailed(caseNumber);
        subscriptions.endThoseOf(caseNumber);
        return RemedyProgress.DONE;
    }

    private void requireNoneFailed(CaseNumber caseNumber) {
        ledger.nextUnhandled(caseNumber, RemedyKind.REFUND).ifPresent(refused -> {
            throw new RemedyFailed(refused.failure());
        });
    }

    private RemedyProgress send(Remedy remedy, Permit permit) {
        if (remedy.paymentReference() == null) {
            throw failed(remedy, "No payment is known that it could be paid back to.");
        }
        Instant askedAt = clock.instant();
        Payment payment = provider.payment(held(remedy))
                .orElseThrow(() -> failed(remedy, "The payment provider does not know the payment."));
        if (chargesAtBank.leave(remedy, payment.disputes(), askedAt)) {
            return RemedyProgress.NEXT;
        }
        if (payment.disputed()) {
            throw disputed(remedy, payment.disputes(), askedAt);
        }
        return switch (ledger.send(remedy, new PaymentHeadroom(payment, askedAt), permit)) {
            case HELD -> RemedyProgress.HELD;
            case MOVED_ON -> RemedyProgress.DONE;
            case DISPUTED -> throw disputed(remedy, payment.disputes(), askedAt);
            case OVER_LIMIT -> sendRest(remedy);
            case SENT -> known(payment, remedy).map(made -> note(remedy, made)).orElseGet(() -> call(remedy));
        };
    }

    /** Somebody gave money back since it was decided: where what is left is certain, that is sent in its place. */
    private RemedyProgress sendRest(Remedy remedy) {
        Proposal rest = owedAtSending
                .restOf(remedy)
                .orElseThrow(
                        () -> failed(
                                remedy,
                                "Too little is left of the payment, or of the price of what it is for; some was given back already."));
        ledger.lessen(
                complaints.get(new CaseNumber(remedy.caseNumber())),
                remedy,
                rest,
                remedy.approvedBy(),
                "Some of it was given back since it was decided.");
        return RemedyProgress.NEXT;
    }

    /** A refund of ours that the ledger forgot, such as after an older state of the database was restored. */
    private static Optional<Refund> known(Payment payment, Remedy remedy) {
        return payment.refunds().stream()
                .filter(refund -> remedy.id().toString().equals(refund.key()))
                .findFirst();
    }

    /** Asks first, because an earlier attempt may have reached the provider. */
    private RemedyProgress resume(Remedy remedy) {
        Optional<Refund> made = provider.findRefund(order(remedy));
        return made.isPresent() ? note(remedy, made.get()) : call(remedy);
    }

    /** The provider's id of what was made for this remedy, empty where it knows nothing of it. */
    public Optional<String> made(Remedy remedy) {
        return remedy.paymentReference() == null
                ? Optional.empty()
                : provider.findRefund(order(remedy))
                        .filter(refund -> refund.status() != Refund.Status.FAILED)
                        .map(Refund::id);
    }

    private RemedyProgress call(Remedy remedy) {
        try {
            return note(remedy, provider.refund(order(remedy)));
        } catch (RefundRefused refused) {
            throw failed(remedy, refused.getMessage());
        } catch (AnswerDoubtful doubtful) {
            ledger.unknown(remedy, doubtful.getMessage());
            throw doubtful;
        } catch (PaymentProviderUnavailable unavailable) {
            if (!unavailable.isWorthRetrying()) {
                throw failed(remedy, unavailable.getMessage());
            }
            ledger.unknown(remedy, unavailable.getMessage());
            throw unavailable;
        }
    }

    private RemedyProgress note(Remedy remedy, Refund refund) {
        if (!refund.amount().equals(remedy.money())) {
            String why = "The payment provider knows the refund %s of %s, and not of %s."
                    .formatted(refund.id(), refund.amount(), remedy.money());
            ledger.unknown(remedy, why);
            throw new AnswerDoubtful(why);
        }
        return switch (refund.status()) {
            case SUCCEEDED -> {
                ledger.settle(remedy, refund.id(), null);
                yield RemedyProgress.DONE;
            }
            case PENDING -> {
                ledger.pending(remedy, refund.id(), null);
                yield RemedyProgress.PENDING;
            }
            case FAILED -> {
                ledger.pending(remedy, refund.id(), null);
                throw failed(remedy, "The payment provider could not pay: " + refund.failureReason());
            }
        };
    }

    private RemedyFailed failed(Remedy remedy, String why) {
        ledger.fail(remedy, why);
        return new RemedyFailed(why);
    }

    /** The failure is committed first: the ledger's own transactions must not wait for what this one holds. */
    private RemedyFailed disputed(Remedy remedy, List<Dispute> seen, Instant askedAt) {
        RemedyFailed failure = failed(remedy, DisputeTexts.inTheWay(seen));
        disputes.seen(new CaseNumber(remedy.caseNumber()), seen, askedAt);
        return failure;
    }

    private static RefundOrder order(Remedy remedy) {
        return new RefundOrder(
                remedy.id().toString(),
                remedy.caseNumber(),
                held(remedy),
                remedy.charge(),
                remedy.money(),
                remedy.items().stream()
                        .filter(item -> item.amount() != null && item.amount().signum() > 0)
                        .map(item -> new Share(
                                item.line(),
                                item.sku(),
                                item.quantity(),
                                Money.of(remedy.money().getCurrencyUnit(), item.amount())))
                        .toList());
    }

    private static HeldPayment held(Remedy remedy) {
        return new HeldPayment(remedy.paymentProvider(), remedy.paymentReference(), remedy.orderNumber());
    }

    /**
     * Looks whether settled refunds still stand, since a bank can send one back, and whether the bank has left money
     * with us that was charged wrongly. What it notes belongs to the caller's transaction, in which a person is asked.
     *
     * @return whether there is anything that nobody knew of
     */
    @Transactional
    public boolean oneNeedsPerson(CaseNumber caseNumber) {
        boolean failed = chargesAtBank.takeUp(caseNumber);
        for (Remedy remedy : ledger.of(caseNumber)) {
            boolean atProvider = remedy.kind() == RemedyKind.REFUND
                    && remedy.status() == RemedyStatus.SETTLED
                    && remedy.paymentReference() != null;
            if (atProvider) {
                Optional<Refund> refund = provider.findRefund(order(remedy));
                if (refund.isPresent() && refund.get().status() == Refund.Status.FAILED) {
                    failed |= ledger.cameBack(
                            remedy, "The refund came back: " + refund.get().failureReason());
                }
            }
        }
        return failed;
    }
}
