package io.redress.remedy.books;

import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.remedy.ledger.Remedy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * An event for the books, as it goes out. Amounts are decimal strings in major units, times ISO 8601 in UTC.
 *
 * @param id the same over all attempts to tell it
 * @param lines together exactly the remedy's amount
 * @param journal the link of the case's journal that this event rests on
 */
record BooksEvent(
        UUID id,
        Type type,
        String at,
        String caseNumber,
        String orderNumber,
        RemedyPart remedy,
        List<Line> lines,
        JournalPart journal) {

    enum Type {
        SETTLED("remedy.settled"),
        /** It had been settled, and came back. */
        REVERSED("remedy.reversed");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        @JsonValue
        String word() {
            return word;
        }

        /** A remedy is settled once and reversed once at most, so that each event has its own id for ever. */
        UUID id(Remedy remedy) {
            return UUID.nameUUIDFromBytes((word + " " + remedy.id()).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** @param goodsValue the price of goods that were sent again; the customer paid nothing for them */
    record RemedyPart(
            UUID id,
            String kind,
            String amount,
            String goodsValue,
            String currency,
            String paymentProvider,
            String paymentReference,
            String providerReference) {}

    /**
     * @param line the line of the order; {@code null} where {@code sku} is, and where only the article is known
     * @param sku {@code null} for fees and what belongs to no article
     * @param taxRate in percent; with net and tax {@code null} where the shop did not tell it
     */
    record Line(
            Integer line,
            String sku,
            String description,
            int quantity,
            String net,
            String taxRate,
            String tax,
            String gross,
            String currency) {}

    record JournalPart(int position, String hash) {}
}
