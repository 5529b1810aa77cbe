package io.redress.remedy.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.settings.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who kept what they were paid for is known again by the mailbox or the number, however it was written. */
class NeverReturnedTest {

    private static final CaseNumber PRESENT = new CaseNumber("C-2026-000009");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());
    private final WayBackRows rows = new WayBackRows(jdbc);

    @BeforeEach
    void present() {
        complaint(PRESENT.value(), "Ada@example.org", "ada@example.org", "0171 5550123", "+491715550123");
    }

    @Test
    void sameMailboxAndSameNumberAreTheSameCustomer() {
        kept("C-2026-000001", "ada@EXAMPLE.org", "ada@example.org", null, null);
        kept("C-2026-000002", null, null, "+49 (171) 555 01 23", "+491715550123");

        assertThat(rows.neverReturned(PRESENT)).isEqualTo(2);
    }

    @Test
    void caseThatMatchesByBothIsCountedOnceAndAnothersIsNot() {
        kept("C-2026-000001", "ada@example.org", "ada@example.org", "01715550123", "+491715550123");
        kept("C-2026-000002", "grace@example.org", "grace@example.org", "0171 5550124", "+491715550124");

        assertThat(rows.neverReturned(PRESENT)).isEqualTo(1);
    }

    private void kept(String number, String email, String mailbox, String phone, String dialling) {
        complaint(number, email, mailbox, phone, dialling);
        jdbc.sql("""
                        insert into redress.goods_return (id, case_number, round, collection, way, status, created_at,
                          changed_at)
                        values (:id, :case, 1, false, 'LABEL', 'CLOSED', now(), now())""").param("id", UUID.randomUUID()).param("case", number).update();
        jdbc.sql("""
                        insert into redress.remedy (id, case_number, round, kind, status, currency, amount, goods_value,
                          order_number, requested_by, approved_by, created_at, changed_at, changed_by)
                        values (:id, :case, 1, 'REPLACEMENT', 'APPROVED', 'EUR', 0, 0, 'R-1', 'redress', 'lead', now(),
                          now(), 'lead')""").param("id", UUID.randomUUID()).param("case", number).update();
        List.of("SENT", "SETTLED")
                .forEach(status -> jdbc.sql("update redress.remedy set status = :status where case_number = :case")
                        .param("status", status)
                        .param("case", number)
                        .update());
    }

    private void complaint(String number, String email, String mailbox, String phone, String dialling) {
        jdbc.sql("""
                        insert into redress.complaint (case_number, version, channel, complainant_role, client, vouched,
                          customer_email, customer_mailbox, customer_phone, customer_dialling, description, received_at,
                          created_at, status, priority, team, round, question_open)
                        values (:case, 0, 'WEB', 'BUYER', 'system', true, :email, :mailbox, :phone, :dialling, 'Lost',
                          now(), now(), 'MAKING_GOOD', 50, 'handlers', 1, false)""")
                .param("case", number)
                .param("email", email)
                .param("mailbox", mailbox)
                .param("phone", phone)
                .param("dialling", dialling)
                .update();
    }
}
