package io.redress.conversation.letter;

import io.redress.core.text.Words;
import io.redress.remedy.goodwill.GoodwillGrants;
import io.redress.remedy.goodwill.GoodwillGrants.Grant;
import io.redress.remedy.goodwill.GoodwillType;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyStatus;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says in a customer's words what is given on top. A code is told once it is theirs, not before. */
@Component
class GoodwillWords {

    private final GoodwillGrants grants;
    private final Texts texts;

    GoodwillWords(GoodwillGrants grants, Texts texts) {
        this.grants = grants;
        this.texts = texts;
    }

    String label(Remedy remedy, Reader reader) {
        GoodwillType type = grants.of(remedy).type();
        String code = type == GoodwillType.CREDIT ? "remedy.goodwill" : "remedy.goodwill." + Words.word(type);
        return texts.get(reader.locale(), code);
    }

    /** Empty for a credit, which is told like all money. */
    Optional<String> sentence(Remedy remedy, Reader reader) {
        Grant grant = grants.of(remedy);
        return switch (grant.type()) {
            case CREDIT -> Optional.empty();
            case CODE, PROMOTION_CODE -> Optional.of(withEnd(voucher(remedy, grant, reader), grant, reader));
            case FREE_DELIVERY ->
                Optional.of(
                        withEnd(text(reader, "remedy.free_delivery." + state(remedy), grant.code()), grant, reader));
            case LONGER_GUARANTEE ->
                Optional.of(text(
                        reader,
                        "remedy.longer_guarantee." + state(remedy),
                        grant.months().toString()));
        };
    }

    private String voucher(Remedy remedy, Grant grant, Reader reader) {
        return reader.amount(remedy.money())
                .map(amount -> text(reader, "remedy.code." + state(remedy), amount, grant.code()))
                .orElseGet(() -> text(reader, "remedy.code.unnamed." + state(remedy), grant.code()));
    }

    private String withEnd(String sentence, Grant grant, Reader reader) {
        return grant.expiresAt() == null
                ? sentence
                : sentence + " " + text(reader, "remedy.code.until", reader.day(grant.expiresAt()));
    }

    private static String state(Remedy remedy) {
        return remedy.status() == RemedyStatus.SETTLED ? "settled" : "open";
    }

    private String text(Reader reader, String code, Object... values) {
        return texts.get(reader.locale(), code, values);
    }
}
