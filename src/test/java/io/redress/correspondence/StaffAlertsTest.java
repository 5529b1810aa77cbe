package io.redress.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.redress.complaint.Channel;
import io.redress.complaint.ComplainantRole;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Customer;
import io.redress.complaint.Filing;
import io.redress.complaint.Timeline;
import io.redress.deadline.CaseClock;
import io.redress.deadline.Deadlines;
import io.redress.deadline.Rung;
import io.redress.deadline.RungAlert;
import io.redress.engine.People;
import io.redress.engine.People.Person;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Who hears of a case that is late. */
@SpringJUnitConfig(
        classes = CorrespondenceRooms.class,
        initializers = {ConfigDataApplicationContextInitializer.class, CorrespondenceRooms.Addresses.class})
class StaffAlertsTest {

    @Autowired
    RungAlert alert;

    @Autowired
    Complaints complaints;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Timeline timeline;

    @Autowired
    People people;

    @Autowired
    TaskLinks links;

    @Autowired
    GreenMail mails;

    @BeforeEach
    void start() throws Exception {
        reset(people, links);
        mails.purgeEmailFromAllMailboxes();
        when(people.find("handler")).thenReturn(Optional.of(new Person("handler", "Hanna Berg", "hanna@r.example")));
        when(people.group("handlers"))
                .thenReturn(List.of(
                        new Person("handler", "Hanna Berg", "hanna@r.example"),
                        new Person("handler2", "Ben Tal", "ben@r.example")));
        when(people.group("leads")).thenReturn(List.of(new Person("lead", "Lena Ott", "lena@r.example")));
    }

    @Test
    void theOwnerGetsALinkToTheTask() throws Exception {
        Complaint complaint = owned("handler");
        when(links.openTask(complaint.number())).thenReturn(Optional.of("task-1"));

        alert.tell(complaint, resolution(complaint), rung("remind", 80, Rung.Action.REMIND, "owner"), 0);

        await().until(() -> recipients().equals(List.of("hanna@r.example")));
        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[%s] The resolution is due soon".formatted(complaint.number()));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("https://redress.example/camunda/app/tasklist/default/#/?task=", "task-1");
    }

    @Test
    void withoutAnOwnerTheTeamHearsOfIt() {
        Complaint complaint = owned(null);

        alert.tell(complaint, resolution(complaint), rung("remind", 80, Rung.Action.REMIND, "owner"), 0);

        await().until(() -> recipients().equals(List.of("ben@r.example", "hanna@r.example")));
    }

    @Test
    void aRungThatIsToldTwiceIsMailedOnce() {
        Complaint complaint = owned("handler");
        Rung rung = rung("lead", 100, Rung.Action.TELL_LEAD, "leads");

        alert.tell(complaint, resolution(complaint), rung, 0);
        await().until(() -> recipients().equals(List.of("lena@r.example")));
        alert.tell(complaint, resolution(complaint), rung, 0);
        alert.tell(complaint, resolution(complaint), rung("team", 120, Rung.Action.REASSIGN, "team"), 0);

        await().until(() -> recipients().equals(List.of("ben@r.example", "hanna@r.example", "lena@r.example")));
    }

    @Test
    void nobodyToTellStandsInTheTimeline() {
        Complaint complaint = owned("handler");

        alert.tell(complaint, resolution(complaint), rung("top", 150, Rung.Action.TELL_MANAGER, "managers"), 0);

        assertThat(timeline.of(complaint.number()))
                .anySatisfy(entry -> assertThat(entry.kind()).isEqualTo("nobody_to_tell"));
    }

    @Test
    void aMailServerThatIsDownDelaysAnAlertButDoesNotLoseIt() {
        Complaint complaint = owned("handler");
        mails.stop();

        alert.tell(complaint, resolution(complaint), rung("remind", 80, Rung.Action.REMIND, "owner"), 0);
        mails.start();

        await().atMost(Duration.ofSeconds(30)).until(() -> recipients().equals(List.of("hanna@r.example")));
    }

    private static Rung rung(String name, int percent, Rung.Action action, String audience) {
        return new Rung(name, percent, 0, action, audience, false);
    }

    private List<String> recipients() {
        return Arrays.stream(mails.getReceivedMessages())
                .map(StaffAlertsTest::recipient)
                .sorted()
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private CaseClock resolution(Complaint complaint) {
        return deadlines.of(complaint.number()).get(2);
    }

    private Complaint owned(String owner) {
        Complaint complaint = complaints.open(new Filing(
                Channel.WEB,
                null,
                ComplainantRole.BUYER,
                "system",
                true,
                null,
                new Customer("Ada", "ada@example.org", null, "en", null),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                "It broke.",
                null,
                null));
        deadlines.start(complaint);
        return complaints.change(complaint.number(), changed -> changed.ownedBy(owner));
    }
}
