package io.redress.conversation.alert;

import static io.redress.complaint.file.FilingDraft.aFiling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.conversation.correspondence.CorrespondenceRooms;
import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import io.redress.time.clock.Deadlines;
import io.redress.verification.safety.DangerAlert;
import io.redress.verification.safety.DangerAlert.Alarm;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails about people in danger go out at once, once, and behind no other. */
@SpringJUnitConfig(
        classes = CorrespondenceRooms.class,
        initializers = {ConfigDataApplicationContextInitializer.class, CorrespondenceRooms.Addresses.class})
class AlarmMailTest {

    private static final Person LENA = new Person("lead", "Lena Ott", "lena@alarm.example");
    private static final String ON_CALL = "oncall@alarm.example";

    @Autowired
    DangerAlert alert;

    @Autowired
    Complaints complaints;

    @Autowired
    Deadlines deadlines;

    @Autowired
    StaffMail staffMail;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    GreenMail mails;

    @BeforeEach
    void start() throws Exception {
        mails.purgeEmailFromAllMailboxes();
        when(people.find("lead")).thenReturn(Optional.of(LENA));
    }

    @Test
    void anAlarmGoesOutOnceOnWhateverNodeThoughAnotherMailToTheSamePersonIsPutOff() {
        Complaint complaint = opened();
        putOff(LENA.email());

        give(alarm(complaint, "danger/1/0"));
        List<CompletableFuture<Void>> nodes = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.runAsync(staffMail::sendAlarms))
                .toList();
        nodes.forEach(CompletableFuture::join);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> received().equals(List.of("lena@alarm.example", "oncall@alarm.example")));
        assertThat(alert.told(complaint.number()))
                .extracting(DangerAlert.Told::to)
                .containsExactlyInAnyOrder("lead", ON_CALL);
        give(alarm(complaint, "danger/1/1"));
        await().atMost(Duration.ofSeconds(30)).until(() -> received().size() == 4);
    }

    @Test
    void whileTheMailServerIsDownTurnsBecomeOneMailAndNoneIsLost() {
        Complaint complaint = opened();
        mails.stop();

        give(alarm(complaint, "danger/1/0"));
        give(alarm(complaint, "danger/1/1"));
        give(alarm(complaint, "danger/1/2"));
        mails.start();

        await().atMost(Duration.ofSeconds(40))
                .until(() -> received().equals(List.of("lena@alarm.example", "oncall@alarm.example")));
        // A mail is received a moment before it is written down as sent.
        await().atMost(Duration.ofSeconds(30)).until(() -> under(complaint) == 0);
    }

    private Complaint opened() {
        Complaint complaint =
                complaints.open(aFiling().saying("It burnt my hand.").filing());
        deadlines.start(complaint);
        return complaint;
    }

    private long under(Complaint complaint) {
        return jdbc.sql("""
                        select count(*) from redress.message
                         where case_number = :number and direction = 'STAFF' and status in ('DUE', 'SENDING')""")
                .param("number", complaint.number().value())
                .query(Long.class)
                .single();
    }

    /** As after a mail server that did not answer for long. */
    private void putOff(String recipient) {
        jdbc.sql("""
                        insert into redress.staff_mail (id, recipient, status, next_attempt_at, created_at)
                        values (gen_random_uuid(), :recipient, 'DUE', 'infinity', '2026-01-01')""").param("recipient", recipient).update();
    }

    private void give(Alarm alarm) {
        transaction.executeWithoutResult(status -> alert.give(List.of(alarm)));
    }

    private static Alarm alarm(Complaint complaint, String once) {
        return new Alarm(
                complaint.head(),
                once,
                "DANGER: somebody is hurt or in danger",
                "Claim a task of the case now.",
                List.of(LENA),
                List.of(ON_CALL));
    }

    private List<String> received() {
        return Arrays.stream(mails.getReceivedMessages())
                .map(mail -> {
                    try {
                        return mail.getRecipients(Message.RecipientType.TO)[0].toString();
                    } catch (MessagingException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .filter(address -> address.endsWith("@alarm.example"))
                .sorted()
                .toList();
    }
}
