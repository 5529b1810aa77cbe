package io.redress.complaint.search;

import io.redress.complaint.file.AffectedItem;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Outcome;
import io.redress.complaint.file.Status;
import io.redress.complaint.timeline.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The earlier cases about a contact or an order. Each question is a single index lookup, so that the next case is no
 * slower for all that came before it.
 */
@Component
public class PastCases {

    private static final char BETWEEN = '\u001f';

    /** The newest cases of one contact that agree in all but the articles, in the order of the index. */
    private static final String ALIKE = """
            (select * from redress.complaint
              where %1$s and likeness = (select likeness from said) and status not in ('CLOSED', 'WITHDRAWN')
                and case when external_id is null then 0 else 1 end = %2$s and created_at > :since
              order by created_at desc limit 50)""";

    private static final String BY_MAILBOX = "customer_mailbox = :mailbox";
    private static final String BY_DIALLING = "customer_dialling = :dialling";

    /** A complaint with a sender's id equals one without, whichever came first. */
    private static final String SAYING = """
            with said as (
              select md5(:client || chr(31) || cast(:channel as text) || chr(31) || coalesce(:claim, '') || chr(31)
                || coalesce(:order, '') || chr(31) || coalesce(:payment, '') || chr(31) || coalesce(:tracking, '')
                || chr(31) || :description) as likeness),
            alike as (
              %s
              union all %s
              union all %s
              union all %s)
            select case_number from alike
             where client = :client and channel = :channel and claim is not distinct from :claim
               and order_number is not distinct from :order and payment_reference is not distinct from :payment
               and tracking_code is not distinct from :tracking and description = :description
               and :articles = (
                 select coalesce(string_agg(concat_ws(chr(31), coalesce(line, 0), sku, quantity), chr(31)
                          order by position), '')
                   from rows from (jsonb_to_recordset(alike.affected_items) as (line int, sku text, quantity int))
                        with ordinality as item(line, sku, quantity, position))
             order by created_at desc limit 1""".formatted(
                    ALIKE.formatted(BY_MAILBOX, "0"),
                    ALIKE.formatted(BY_DIALLING, "0"),
                    ALIKE.formatted(BY_MAILBOX, "1 and :unnamed"),
                    ALIKE.formatted(BY_DIALLING, "1 and :unnamed"));

    private final ContactKeys contactKeys;
    private final JdbcClient jdbc;

    PastCases(ContactKeys contactKeys, JdbcClient jdbc) {
        this.contactKeys = contactKeys;
        this.jdbc = jdbc;
    }

    /** The newest open case since an instant that says the very same to the same client, by either contact. */
    public Optional<CaseNumber> saying(SameComplaint same, Instant since) {
        return jdbc.sql(SAYING)
                .param("client", same.client())
                .param("channel", name(same.channel()))
                .param("claim", name(same.claim()))
                .param("order", same.orderNumber())
                .param("payment", same.paymentReference())
                .param("tracking", same.trackingCode())
                .param("description", same.description())
                .param("mailbox", contactKeys.mailbox(same.email()))
                .param("dialling", contactKeys.dialling(same.phone()))
                .param("since", Timestamp.from(since))
                .param("unnamed", same.externalId() == null)
                .param("articles", articles(same.affectedItems()))
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    private static String name(Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static String articles(List<AffectedItem> items) {
        return items.stream()
                .map(item -> "%d%c%s%c%d"
                        .formatted(
                                item.line() == null ? 0 : item.line(), BETWEEN, item.sku(), BETWEEN, item.quantity()))
                .collect(Collectors.joining(String.valueOf(BETWEEN)));
    }

    /**
     * The newest open case about a parcel, or about its order without saying which of the parcels; else one of the
     * order's customer about this parcel or one of the payments.
     */
    public Optional<CaseNumber> openAbout(
            String orderNumber, String trackingCode, Collection<String> payments, String email, String phone) {
        return jdbc
                .sql("""
                        (select case_number from (
                           (select case_number, created_at from redress.complaint
                             where order_number = :order and coalesce(tracking_code, '') = ''
                               and status not in ('CLOSED', 'WITHDRAWN')
                             order by created_at desc limit 1)
                           union all
                           (select case_number, created_at from redress.complaint
                             where order_number = :order and coalesce(tracking_code, '') = :tracking
                               and status not in ('CLOSED', 'WITHDRAWN')
                             order by created_at desc limit 1)) of_order
                          order by created_at desc limit 1)
                        union all
                        (select case_number from redress.complaint
                          where (tracking_code = :tracking or payment_reference = any(:payments))
                            and (customer_mailbox = :mailbox or customer_dialling = :dialling)
                            and status not in ('CLOSED', 'WITHDRAWN')
                          order by created_at desc limit 1)""")
                .param("order", orderNumber)
                .param("tracking", trackingCode)
                .param("payments", payments.toArray(String[]::new))
                .param("mailbox", contactKeys.mailbox(email))
                .param("dialling", contactKeys.dialling(phone))
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .map(CaseNumber::new);
    }

    /** Who has had other cases about an order, each once, in the order of their names. */
    public List<String> ownersAbout(String orderNumber, CaseNumber except) {
        return jdbc.sql("""
                        select distinct owner from redress.complaint
                         where order_number = :order and owner is not null and case_number <> :except order by owner""")
                .param("order", orderNumber)
                .param("except", except.value())
                .query(String.class)
                .list();
    }

    /** Summaries of these cases, as far as they exist. */
    public List<CaseSummary> summaries(Collection<CaseNumber> cases) {
        return jdbc.sql("""
                        select case_number, claim, status, outcome, owner, order_number, received_at
                          from redress.complaint where case_number = any(:cases)""")
                .param("cases", cases.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(PastCases::summary)
                .list();
    }

    private static CaseSummary summary(ResultSet row, int index) throws SQLException {
        String claim = row.getString("claim");
        String outcome = row.getString("outcome");
        return new CaseSummary(
                new CaseNumber(row.getString("case_number")),
                claim == null ? null : Claim.valueOf(claim),
                Status.valueOf(row.getString("status")),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("owner"),
                row.getString("order_number"),
                row.getTimestamp("received_at").toInstant());
    }
}
