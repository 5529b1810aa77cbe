package io.redress.people.assignment;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of who had a case, in which round, and in what way; entries are only added. */
@Component
public class FormerHolders {

    private final JdbcClient jdbc;
    private final Clock clock;

    FormerHolders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How somebody had a case. */
    public enum How {
        /** Answered for it when its round ended. */
        OWNED,
        /** Judged or decided it. */
        JUDGED,
        /** Did one of its tasks. */
        WORKED,
        /** Let it wait until the ladder took it away. */
        LOST,
        /** Had an earlier case of the same article, such as the repair that failed. */
        EARLIER_CASE
    }

    /** Notes that somebody had the case in its present round, once each; the engine itself does not count. */
    public void note(Complaint complaint, String person, How how) {
        note(complaint.number(), complaint.round(), person, how);
    }

    private void note(CaseNumber caseNumber, int round, String person, How how) {
        if (person == null || person.equals(TimelineEntry.ENGINE)) {
            return;
        }
        jdbc.sql("""
                        insert into redress.holder (case_number, round, person, how, at)
                        values (:caseNumber, :round, :person, :how, :now) on conflict do nothing""")
                .param("caseNumber", caseNumber.value())
                .param("round", round)
                .param("person", person)
                .param("how", how.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Who is not asked again while another is there: whoever had the case in an earlier round, lost it in this one to
     * the ladder, or had the earlier case that failed.
     */
    public Set<String> of(Complaint complaint) {
        return new TreeSet<>(jdbc.sql("""
                        select distinct person from redress.holder
                         where case_number = :caseNumber and (round < :round or how in ('LOST', 'EARLIER_CASE'))""")
                .param("caseNumber", complaint.number().value())
                .param("round", complaint.round())
                .query(String.class)
                .list());
    }

    /** Open cases that a team serves and that somebody had before, the latest first. */
    List<CaseNumber> openCasesOf(String team, int most) {
        return jdbc.sql("""
                        select complaint.case_number from redress.complaint
                         where serving_team = :team and status not in ('CLOSED', 'WITHDRAWN')
                           and exists (select from redress.holder where holder.case_number = complaint.case_number)
                         order by created_at desc limit :most""").param("team", team).param("most", most).query(String.class).list().stream()
                .map(CaseNumber::new)
                .toList();
    }
}
