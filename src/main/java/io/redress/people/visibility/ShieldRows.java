package io.redress.people.visibility;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.people.visibility.Shield.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code redress.shield} and {@code redress.accused}. */
@Component
class ShieldRows {

    private final JdbcClient jdbc;

    ShieldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The numbers of the cases that are kept from somebody because of whom they accuse.
     *
     * @param leads whether they lead, and so see those that accuse nobody in particular yet
     */
    List<String> hiddenFrom(String login, boolean leads) {
        return jdbc.sql("""
                        select shield.case_number from redress.shield
                          join redress.accused using (case_number)
                         where shield.standing <> 'LIFTED' and accused.login = :login and not accused.cleared
                        union
                        select shield.case_number from redress.shield
                         where not :leads and shield.standing = 'OPEN'
                           and not exists (select from redress.accused
                                            where accused.case_number = shield.case_number and not accused.cleared)""")
                .param("login", login)
                .param("leads", leads)
                .query(String.class)
                .list();
    }

    /** The numbers of the cases whose customer is reached at this mailbox. */
    List<String> casesOfCustomer(String mailbox) {
        return jdbc.sql("select case_number from redress.complaint where customer_mailbox = :mailbox")
                .param("mailbox", mailbox)
                .query(String.class)
                .list();
    }

    Set<CaseNumber> shieldedAmong(Collection<CaseNumber> cases) {
        return new HashSet<>(jdbc.sql(
                        "select case_number from redress.shield where standing <> 'LIFTED' and case_number = any(:cases)")
                .param("cases", cases.stream().map(CaseNumber::value).toArray(String[]::new))
                .query((row, index) -> new CaseNumber(row.getString(1)))
                .list());
    }

    Optional<Shield> find(CaseNumber caseNumber) {
        return jdbc.sql("select * from redress.shield where case_number = :case")
                .param("case", caseNumber.value())
                .query(this::shield)
                .optional();
    }

    private Shield shield(ResultSet row, int index) throws SQLException {
        CaseNumber caseNumber = new CaseNumber(row.getString("case_number"));
        return new Shield(
                caseNumber,
                Standing.valueOf(row.getString("standing")),
                logins(caseNumber, false),
                logins(caseNumber, true),
                row.getString("why"),
                row.getTimestamp("since").toInstant(),
                row.getString("decided_by"),
                row.getString("reason"));
    }

    private Set<String> logins(CaseNumber caseNumber, boolean cleared) {
        return Set.copyOf(jdbc.sql("select login from redress.accused where case_number = :case and cleared = :cleared")
                .param("case", caseNumber.value())
                .param("cleared", cleared)
                .query(String.class)
                .list());
    }

    /** Opens a shield, or opens it again. */
    void open(CaseNumber caseNumber, String why, Instant now) {
        jdbc.sql("""
                        insert into redress.shield (case_number, standing, why, since)
                        values (:case, 'OPEN', :why, :now)
                        on conflict (case_number) do update
                           set standing = 'OPEN', why = excluded.why, times = shield.times + 1""")
                .param("case", caseNumber.value())
                .param("why", why)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** How often words have shielded it. */
    int times(CaseNumber caseNumber) {
        return jdbc.sql("select times from redress.shield where case_number = :case")
                .param("case", caseNumber.value())
                .query(Integer.class)
                .single();
    }

    void propose(CaseNumber caseNumber, Collection<String> logins) {
        logins.forEach(login -> jdbc.sql("""
                        insert into redress.accused (case_number, login) values (:case, :login)
                        on conflict (case_number, login) do update set cleared = false""")
                .param("case", caseNumber.value())
                .param("login", login)
                .update());
    }

    /** Notes whom a lead says that it is about; everybody else is cleared. */
    void decide(
            CaseNumber caseNumber,
            Standing standing,
            Collection<String> accused,
            String by,
            String reason,
            Instant now) {
        jdbc.sql("update redress.accused set cleared = true, named = false where case_number = :case")
                .param("case", caseNumber.value())
                .update();
        accused.forEach(login -> jdbc.sql("""
                        insert into redress.accused (case_number, login, named) values (:case, :login, true)
                        on conflict (case_number, login) do update set named = true, cleared = false""")
                .param("case", caseNumber.value())
                .param("login", login)
                .update());
        jdbc.sql("""
                        update redress.shield set standing = :standing, decided_by = :by, reason = :reason, decided_at = :now
                         where case_number = :case""")
                .param("case", caseNumber.value())
                .param("standing", standing.name())
                .param("by", by)
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .update();
    }
}
