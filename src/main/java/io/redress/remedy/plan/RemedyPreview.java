package io.redress.remedy.plan;

import io.redress.complaint.file.Outcome;
import io.redress.core.text.EnumWords;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.verification.finding.ProposedRemedies.Proposed;
import io.redress.verification.finding.WayBackChoice.GoodsBack;
import io.redress.verification.finding.WayBackChoice.PayWhen;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * The preview of a verdict: what it would lead to, before it is given.
 *
 * @param kinds what the table proposes, whatever it is for
 * @param sentence what the table says to the customer with it
 * @param parts what would be paid, sent or done, in this order
 * @param goods what would become of goods that the customer has
 * @param obstacle why it cannot be done as it is, {@code null} where it can
 */
public record RemedyPreview(
        Outcome outcome,
        List<RemedyKind> kinds,
        String sentence,
        List<Part> parts,
        List<Goods> goods,
        String obstacle) {

    private static final int DIGEST_LENGTH = 16;

    public RemedyPreview {
        kinds = List.copyOf(kinds);
        parts = List.copyOf(parts);
        goods = List.copyOf(goods);
    }

    /**
     * One remedy.
     *
     * @param amount what is paid or what the goods are worth, {@code null} where neither is known or matters
     * @param what the pieces, fees and ways in words; empty where the kind says it all
     */
    public record Part(RemedyKind kind, Money amount, String what) {

        private String inWords() {
            String name = EnumWords.word(kind).replace('_', ' ');
            String worth = amount == null ? "" : " " + amount;
            return name + worth + (what.isEmpty() ? "" : " (" + what + ")");
        }
    }

    /**
     * Pieces of one article that the customer has.
     *
     * @param article with its quantity
     * @param reason why, for staff
     */
    public record Goods(String article, GoodsBack way, PayWhen payWhen, String reason) {

        private String inWords() {
            return article + " " + EnumWords.word(way).replace('_', ' ')
                    + (payWhen == PayWhen.ON_RECEIPT ? ", paid on receipt" : "");
        }
    }

    public boolean paysBack() {
        return parts.stream().anyMatch(part -> part.kind() == RemedyKind.REFUND);
    }

    /** Whether the customer gets nice words and nothing else. */
    public boolean isOnlyApology() {
        return obstacle == null && parts.stream().allMatch(part -> part.kind() == RemedyKind.APOLOGY);
    }

    /** All of it in one line. */
    public String inWords() {
        if (obstacle != null) {
            return obstacle;
        }
        String all = isOnlyApology()
                ? "apology, no money"
                : Stream.concat(
                                parts.stream().map(Part::inWords),
                                goods.stream().map(Goods::inWords))
                        .collect(Collectors.joining("; "));
        return Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
    }

    /** The same for the same outcome, amounts, pieces and kinds of remedy, and for nothing else. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((outcome + "\n" + inWords()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Proposed asProposed() {
        return new Proposed(digest(), inWords(), paysBack());
    }
}
