package io.redress.conversation.letter;

import io.redress.core.text.EnumWords;
import io.redress.remedy.goodwill.GoodwillGrants;
import io.redress.remedy.goodwill.GoodwillGrants.Grant;
import io.redress.remedy.goodwill.GoodwillType;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyStatus;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The texts for customers on what is given on top. A code is told once it is theirs, not before. */
@Component
class GoodwillTexts {

    private final GoodwillGrants grants;
    private final Texts texts;

    GoodwillTexts(GoodwillGrants grants, Texts texts) {
        this.grants = grants;
        this.texts = texts;
    }

    String label(Remedy remedy, Addressee addressee) {
        GoodwillType type = grants.of(remedy).type();
        String code = type == GoodwillType.CREDIT ? "remedy.goodwill" : "remedy.goodwill." + EnumWords.word(type);
        return texts.get(addressee.locale(), code);
    }

    /** Empty for a credit, which is told like all money. */
    Optional<String> sentence(Remedy remedy, Addressee addressee) {
        Grant grant = grants.of(remedy);
        return switch (grant.type()) {
            case CREDIT -> Optional.empty();
            case CODE, PROMOTION_CODE -> Optional.of(withEnd(voucher(remedy, grant, addressee), grant, addressee));
            case FREE_DELIVERY ->
                Optional.of(withEnd(
                        text(addressee, "remedy.free_delivery." + state(remedy), grant.code()), grant, addressee));
            case LONGER_GUARANTEE ->
                Optional.of(text(
                        addressee,
                        "remedy.longer_guarantee." + state(remedy),
                        grant.months().toString()));
        };
    }

    private String voucher(Remedy remedy, Grant grant, Addressee addressee) {
        return addressee
                .amount(remedy.money())
                .map(amount -> text(addressee, "remedy.code." + state(remedy), amount, grant.code()))
                .orElseGet(() -> text(addressee, "remedy.code.unnamed." + state(remedy), grant.code()));
    }

    private String withEnd(String sentence, Grant grant, Addressee addressee) {
        return grant.expiresAt() == null
                ? sentence
                : sentence + " " + text(addressee, "remedy.code.until", addressee.day(grant.expiresAt()));
    }

    private static String state(Remedy remedy) {
        return remedy.status() == RemedyStatus.SETTLED ? "settled" : "open";
    }

    private String text(Addressee addressee, String code, Object... values) {
        return texts.get(addressee.locale(), code, values);
    }
}
