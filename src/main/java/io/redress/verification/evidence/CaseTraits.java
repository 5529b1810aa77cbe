package io.redress.verification.evidence;

import io.redress.complaint.customer.ContactProperties;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.outside.order.Order;
import io.redress.outside.order.OrderContacts;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The traits that tie cases together: contacts, accounts, order, delivery address, card. Only hashes are kept, so that
 * cases can be compared but nothing can be read.
 */
@Component
public class CaseTraits {

    /** What two cases may have in common. */
    public enum Kind {
        EMAIL,
        PHONE,
        /** The shop's own reference of the customer. */
        CUSTOMER,
        /** The customer's reference at the payment provider. */
        PAYER,
        ORDER,
        ADDRESS,
        CARD;

        /** The traits by which a customer is recognised, however many orders, contacts and accounts they use. */
        public static final Set<Kind> OF_A_CUSTOMER = EnumSet.of(EMAIL, PHONE, CUSTOMER, PAYER, ORDER);
    }

    /** Another case and what it has in common with this one. */
    public record Tie(CaseNumber caseNumber, Set<Kind> by) {}

    private static final int MOST_TIES = 300;

    private final JdbcClient jdbc;
    private final ContactProperties contacts;

    CaseTraits(JdbcClient jdbc, ContactProperties contacts) {
        this.jdbc = jdbc;
        this.contacts = contacts;
    }

    /**
     * Keeps what the case is known by now, in place of what was known before.
     *
     * @param order {@code null} where none is known
     * @param cards the fingerprints of the cards that paid for it, as the payment provider tells them
     */
    public void note(Complaint complaint, Order order, List<String> cards) {
        String caseNumber = complaint.number().value();
        jdbc.sql("delete from redress.case_trait where case_number = :caseNumber")
                .param("caseNumber", caseNumber)
                .update();
        List<Trait> traits = new ArrayList<>();
        String region = order == null
                ? contacts.region()
                : OrderContacts.of(order, contacts.region()).region();
        traits.add(Trait.email(complaint.customer().email()));
        traits.add(Trait.phone(complaint.customer().phone(), region));
        if (order != null) {
            traits.addAll(Trait.of(order, region));
        }
        cards.forEach(card -> traits.add(Trait.of(Kind.CARD, card)));
        List<Trait> known = traits.stream().filter(Trait::isKnown).distinct().toList();
        jdbc.sql("""
                        insert into redress.case_trait (case_number, kind, hash, opened_at)
                        select :caseNumber, kind, hash, :openedAt
                          from unnest(cast(:kinds as text[]), cast(:hashes as text[])) as known(kind, hash)
                        on conflict do nothing""")
                .param("caseNumber", caseNumber)
                .param("openedAt", Timestamp.from(complaint.createdAt()))
                .param("kinds", known.stream().map(trait -> trait.kind().name()).toArray(String[]::new))
                .param("hashes", known.stream().map(Trait::hash).toArray(String[]::new))
                .update();
    }

    /** Lock keys, in one fixed order, by which all who decide about the same customer wait for each other. */
    public List<String> customerKeys(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select kind || ' ' || hash from redress.case_trait
                         where case_number = :caseNumber and kind in (:kinds) order by 1""")
                .param("caseNumber", caseNumber.value())
                .param("kinds", names(Kind.OF_A_CUSTOMER))
                .query(String.class)
                .list();
    }

    /**
     * The cases opened before this one that have one of these in common with it, newest first; about the latest
     * hundred.
     */
    public List<Tie> ties(CaseNumber caseNumber, Set<Kind> kinds) {
        Map<String, Set<Kind>> ties = new LinkedHashMap<>();
        jdbc.sql("""
                        select theirs.case_number, mine.kind
                          from redress.case_trait mine
                         cross join lateral (
                            select other.case_number, other.opened_at from redress.case_trait other
                             where other.kind = mine.kind and other.hash = mine.hash
                               and (other.opened_at, other.case_number) < (mine.opened_at, mine.case_number)
                             order by other.opened_at desc, other.case_number desc limit :most) theirs
                         where mine.case_number = :caseNumber and mine.kind in (:kinds)
                         order by theirs.opened_at desc, theirs.case_number desc limit :most""")
                .param("caseNumber", caseNumber.value())
                .param("kinds", names(kinds))
                .param("most", MOST_TIES)
                .query((row, index) -> ties.computeIfAbsent(row.getString(1), key -> EnumSet.noneOf(Kind.class))
                        .add(Kind.valueOf(row.getString(2))))
                .list();
        return ties.entrySet().stream()
                .map(tie -> new Tie(new CaseNumber(tie.getKey()), tie.getValue()))
                .toList();
    }

    private static List<String> names(Set<Kind> kinds) {
        return kinds.stream().map(Enum::name).collect(Collectors.toList());
    }
}
