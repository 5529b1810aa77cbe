package io.redress.remedy.byhand;

import io.redress.core.input.RefusedInput;
import io.redress.remedy.goodwill.Goodwill;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.remedy.refund.Refunds;
import io.redress.remedy.replacement.Replacements;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The inquiry into a remedy whose outcome is not known: asks the provider or the warehouse that was to make it. */
@Component
class RemedyInquiry {

    private final Refunds refunds;
    private final Replacements replacements;
    private final Goodwill goodwill;

    RemedyInquiry(Refunds refunds, Replacements replacements, Goodwill goodwill) {
        this.refunds = refunds;
        this.replacements = replacements;
        this.goodwill = goodwill;
    }

    /** @throws RefusedInput where it was made after all, or where nobody can rule that out now */
    void requireNotMade(Remedy remedy) {
        if (remedy.status() == RemedyStatus.APPROVED) {
            return;
        }
        Optional<String> made;
        try {
            made = ask(remedy);
        } catch (RuntimeException noAnswer) {
            throw new RefusedInput(
                    "resolution",
                    "It cannot be ruled out that this was already done, because there is no answer yet ("
                            + noAnswer.getMessage()
                            + "). Wait until there is one, or give the provider's own reference as proof that it was done.");
        }
        if (made.isPresent()) {
            throw new RefusedInput(
                    "resolution",
                    "It was done already, as " + made.get()
                            + ": let Redress try again, and it will see that, instead of doing it twice.");
        }
    }

    /** @throws RefusedInput where the provider or warehouse that is said to have done it knows nothing of it */
    void requireNotDenied(Remedy remedy) {
        Optional<String> made;
        try {
            made = ask(remedy);
        } catch (RuntimeException noAnswer) {
            return;
        }
        if (made.isEmpty()) {
            throw new RefusedInput(
                    "resolution",
                    "The provider was asked just now and knows nothing of it. Let Redress try again,"
                            + " or say that you made it good in another way.");
        }
    }

    private Optional<String> ask(Remedy remedy) {
        return switch (remedy.kind()) {
            case REFUND -> refunds.made(remedy);
            case REPLACEMENT -> replacements.made(remedy);
            case GOODWILL -> goodwill.made(remedy);
            case COLLECTION, REPAIR, APOLOGY -> Optional.empty();
        };
    }
}
