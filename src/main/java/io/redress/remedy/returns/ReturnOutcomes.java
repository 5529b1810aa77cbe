package io.redress.remedy.returns;

import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The outcomes of refunds that waited for goods, for the letter that states them. */
@Component
public class ReturnOutcomes {

    private final GoodsReturns returns;
    private final AwaitedMoney money;
    private final DeductionRows deductions;

    ReturnOutcomes(GoodsReturns returns, AwaitedMoney money, DeductionRows deductions) {
        this.returns = returns;
        this.money = money;
        this.deductions = deductions;
    }

    /**
     * The outcome of one return.
     *
     * @param paid the refunds that waited for the goods and are paid, or about to be
     * @param waited whether any money waited for the goods
     * @param deduction what was kept back; empty where nothing was
     */
    public record Outcome(GoodsReturn goods, List<Remedy> paid, boolean waited, Optional<Deduction> deduction) {}

    public Outcome of(UUID returnId) {
        List<Remedy> all = money.of(returnId);
        List<Remedy> paid = all.stream()
                .filter(remedy -> remedy.status() != RemedyStatus.SUPERSEDED)
                .toList();
        return new Outcome(
                returns.get(returnId),
                paid,
                !all.isEmpty(),
                deductions.of(returnId).filter(deduction -> deduction.approvedBy() != null));
    }
}
