package io.redress.remedy.ledger;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The hash-chained journal of the ledger, which the database writes itself; here it is only read and checked. */
@Component
public class Journal {

    /** The hash of what stands before the first link of a case. */
    public static final String BEGINNING = "0".repeat(64);

    private final JdbcClient jdbc;
    private final JournalCheck check;

    Journal(JdbcClient jdbc, JournalCheck check) {
        this.jdbc = jdbc;
        this.check = check;
    }

    /**
     * One link: a remedy's change, or what was noted of it where both states are the same.
     *
     * @param position counted from 1 in each case
     * @param from {@code null} for a new row
     * @param actor a user id, {@code redress}, or the database user who wrote it by hand
     * @param content everything said here and the remedy's row as it was then, as it was hashed
     * @param hash SHA-256 in hex of the previous hash, a line feed and the content
     */
    public record Link(
            int position,
            UUID remedyId,
            RemedyStatus from,
            RemedyStatus to,
            String actor,
            String reason,
            Instant at,
            String content,
            String previousHash,
            String hash) {}

    /** @param intact whether every hash is right, and the ledger's rows are what the newest links say of them */
    public record Chain(List<Link> links, boolean intact) {

        /** The newest hash, which stands for all before it. */
        public String head() {
            return links.isEmpty() ? BEGINNING : links.get(links.size() - 1).hash();
        }
    }

    /** The links of a case, oldest first, checked now. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Chain of(CaseNumber caseNumber) {
        List<Link> links = links(caseNumber);
        return new Chain(links, check.holds(caseNumber, links) && noRowDiffers(caseNumber));
    }

    private List<Link> links(CaseNumber caseNumber) {
        return jdbc.sql("select * from redress.remedy_transition where case_number = :case order by position")
                .param("case", caseNumber.value())
                .query((row, index) -> new Link(
                        row.getInt("position"),
                        row.getObject("remedy_id", UUID.class),
                        row.getString("from_status") == null
                                ? null
                                : RemedyStatus.valueOf(row.getString("from_status")),
                        RemedyStatus.valueOf(row.getString("to_status")),
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("content"),
                        row.getString("previous_hash"),
                        row.getString("hash")))
                .list();
    }

    /** The articles of a row are part of its links from when it was sent; before that they may still be added. */
    private boolean noRowDiffers(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select not exists (
                          select from redress.remedy r
                            left join lateral (select t.to_status, t.content::jsonb -> 'remedy' as facts
                                                 from redress.remedy_transition t where t.remedy_id = r.id
                                                order by t.position desc limit 1) newest on true
                           where r.case_number = :case
                             and (newest.to_status is distinct from r.status
                               or newest.facts - 'items' is distinct from redress.remedy_facts(r) - 'items'
                               or r.status not in ('PROPOSED', 'APPROVED', 'SUPERSEDED')
                                 and newest.facts -> 'items' is distinct from redress.remedy_facts(r) -> 'items'))""")
                .param("case", caseNumber.value())
                .query(Boolean.class)
                .single();
    }
}
