package io.redress.remedy.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.text.EnumWords;
import io.redress.outside.outbox.EventOutbox;
import io.redress.outside.outbox.OutboxEntry;
import io.redress.remedy.books.BooksEvent.RemedyPart;
import io.redress.remedy.books.BooksEvent.Type;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyMoved;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.Evidence.WrongCharge;
import io.redress.verification.gathering.Verification;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The writer of events for the shop's books, each put into the outbox in the transaction in which it happens.
 */
@Component
@EnableConfigurationProperties(BooksProperties.class)
public class Books {

    private final BooksProperties properties;
    private final JournalLinks journal;
    private final EventOutbox outbox;
    private final RemedyLedger ledger;
    private final Verification verification;
    private final ObjectMapper json;

    Books(
            BooksProperties properties,
            JournalLinks journal,
            EventOutbox outbox,
            RemedyLedger ledger,
            Verification verification,
            ObjectMapper json) {
        this.properties = properties;
        this.journal = journal;
        this.outbox = outbox;
        this.ledger = ledger;
        this.verification = verification;
        this.json = json;
    }

    /** Notes that a remedy was settled, or came back after it was. Without books to tell, nothing is written down. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(RemedyMoved moved) {
        if (properties.isConfigured() && (moved.isSettled() || moved.isReversed())) {
            note(ledger.get(moved.remedyId()), moved.isSettled() ? Type.SETTLED : Type.REVERSED);
        }
    }

    private void note(Remedy remedy, Type type) {
        UUID id = type.id(remedy);
        BooksEvent event = new BooksEvent(
                id,
                type,
                remedy.changedAt().toString(),
                remedy.caseNumber(),
                remedy.orderNumber(),
                part(remedy),
                lines(remedy, evidence(remedy)),
                journal.latest(remedy.id()));
        outbox.put(
                BooksDestination.NAME,
                new OutboxEntry(id, new CaseNumber(remedy.caseNumber()), type.word(), write(event)));
    }

    private List<BooksEvent.Line> lines(Remedy remedy, Optional<Evidence> evidence) {
        Set<String> wrongCharges = evidence.map(Evidence::wrongCharges).orElse(List.of()).stream()
                .map(WrongCharge::charge)
                .collect(Collectors.toSet());
        return BookLines.of(remedy, evidence.map(Evidence::order).orElse(null), wrongCharges, properties.deliveryTax());
    }

    /** What is known of the order that the remedy is for. */
    private Optional<Evidence> evidence(Remedy remedy) {
        return verification
                .evidence(new CaseNumber(remedy.caseNumber()))
                .filter(evidence -> evidence.orderFound()
                        && remedy.orderNumber() != null
                        && remedy.orderNumber().equals(evidence.order().number()));
    }

    private static RemedyPart part(Remedy remedy) {
        boolean priced = remedy.currency() != null;
        return new RemedyPart(
                remedy.id(),
                EnumWords.word(remedy.kind()),
                priced ? remedy.money().getAmount().toPlainString() : null,
                priced && remedy.goodsValue().compareTo(BigDecimal.ZERO) > 0
                        ? remedy.goodsValue().toPlainString()
                        : null,
                remedy.currency(),
                remedy.paymentProvider(),
                remedy.paymentReference(),
                remedy.providerReference());
    }

    private String write(BooksEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
