package io.redress.conversation.alert;

import static io.redress.complaint.file.FilingDraft.aFiling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.conversation.correspondence.CorrespondenceRooms;
import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import io.redress.core.staff.StandIns;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import io.redress.time.ladder.Rung;
import io.redress.time.ladder.RungAlert;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Who hears of a case that is late. */
@SpringJUnitConfig(
        classes = {CorrespondenceRooms.class, StaffAlertsTest.Time.class},
        initializers = {ConfigDataApplicationContextInitializer.class, CorrespondenceRooms.Addresses.class})
@TestPropertySource(properties = "redress.watches.mail=PT0.2S")
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
    StandIns standIns;

    @Autowired
    StaffMail staffMail;

    @Autowired
    SteeredClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GreenMail mails;

    @BeforeEach
    void start() throws Exception {
        reset(people, links, standIns);
        clock.moveTo(LocalTime.of(10, 0));
        mails.purgeEmailFromAllMailboxes();
        when(people.find("handler")).thenReturn(Optional.of(new Person("handler", "Hanna Berg", "hanna@r.example")));
        when(people.group("handlers"))
                .thenReturn(List.of(
                        new Person("handler", "Hanna Berg", "hanna@r.example"),
                        new Person("handler2", "Ben Tal", "ben@r.example")));
        when(people.find("handler2")).thenReturn(Optional.of(new Person("handler2", "Ben Tal", "ben@r.example")));
        when(people.find("lead")).thenReturn(Optional.of(new Person("lead", "Lena Ott", "lena@r.example")));
        when(people.group("leads")).thenReturn(List.of(new Person("lead", "Lena Ott", "lena@r.example")));
    }

    @Test
    void theOwnerGetsALinkToTheTask() throws Exception {
        Complaint complaint = owned("handler");
        when(links.openTasks(Set.of(complaint.number()))).thenReturn(Map.of(complaint.number(), "task-1"));

        tell(complaint, resolution(complaint), rung("remind", 80, Rung.Action.REMIND, "owner"), 0);

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

        tell(complaint, resolution(complaint), rung("remind", 80, Rung.Action.REMIND, "owner"), 0);

        await().until(() -> recipients().equals(List.of("ben@r.example", "hanna@r.example")));
    }

    @Test
    void aRungThatIsToldTwiceIsMailedOnce() {
        Complaint complaint = owned("handler");
        Rung rung = rung("lead", 100, Rung.Action.TELL_LEAD, "leads");

        tell(complaint, resolution(complaint), rung, 0);
        await().until(() -> recipients().equals(List.of("lena@r.example")));
        tell(complaint, resolution(complaint), rung, 0);
        tell(complaint, resolution(complaint), rung("team", 120, Rung.Action.REASSIGN, "team"), 0);

        await().until(() -> recipients().equals(List.of("ben@r.example", "hanna@r.example", "lena@r.example")));
    }

    @Test
    void nobodyToTellStandsInTheTimeline() {
        Complaint complaint = owned("handler");

        tell(complaint, resolution(complaint), rung("top", 150, Rung.Action.TELL_MANAGER, "managers"), 0);

        assertThat(timeline.of(complaint.number()))
                .anySatisfy(entry -> assertThat(entry.kind()).isEqualTo(TimelineKind.NOBODY_TO_TELL));
    }

    @Test
    void aMailServerThatIsDownDelaysAnAlertButDoesNotLoseIt() {
        Complaint complaint = owned("handler");
        mails.stop();

        tell(complaint, resolution(complaint), rung("remind", 80, Rung.Action.REMIND, "owner"), 0);
        mails.start();

        await().atMost(Duration.ofSeconds(30)).until(() -> recipients().equals(List.of("hanna@r.example")));
    }

    @Test
    void atNightOnlyTheLastRungIsToldAndTheRestInTheMorning() throws Exception {
        when(people.group("managers")).thenReturn(List.of(new Person("manager", "Mona Lu", "mona@r.example")));
        Complaint complaint = owned("handler");
        clock.moveTo(LocalTime.of(23, 30));
        Instant night = clock.instant();

        tell(complaint, resolution(complaint), rung("remind", 80, Rung.Action.REMIND, "owner"), 0);
        Rung top = new Rung("top", 150, 50, Rung.Action.TELL_MANAGER, "managers", true, false);
        tell(complaint, resolution(complaint), top, 0);

        await().until(() -> recipients().equals(List.of("mona@r.example")));
        clock.moveTo(LocalTime.of(9, 0));
        await().until(() -> recipients().equals(List.of("hanna@r.example", "mona@r.example")));
        assertThat(mailTo("mona@r.example").getSentDate()).isBefore(Date.from(night.plusSeconds(3600)));
        assertThat(mailTo("hanna@r.example").getSentDate()).isAfter(Date.from(night.plus(Duration.ofHours(9))));
    }

    @Test
    void whatEndedInTheNightIsNotToldAndRepeatsAreToldOnce() throws Exception {
        Complaint met = owned("handler");
        Complaint late = owned("handler");
        Complaint other = owned("handler");
        clock.moveTo(LocalTime.of(23, 30));
        Rung remind = rung("remind", 80, Rung.Action.REMIND, "owner");
        Rung again = new Rung("again", 100, 50, Rung.Action.REMIND, "owner", false, false);

        tell(met, resolution(met), remind, 0);
        IntStream.range(0, 3).forEach(turn -> tell(late, resolution(late), again, turn));
        tell(other, resolution(other), remind, 0);
        deadlines.met(met.number(), ClockKind.RESOLUTION, "");
        clock.moveTo(LocalTime.of(9, 0));

        await().until(() -> recipients().equals(List.of("hanna@r.example")));
        MimeMessage mail = mailTo("hanna@r.example");
        assertThat(mail.getSubject()).isEqualTo("2 cases wait for you");
        assertThat(text(mail))
                .contains(other.number().value())
                .doesNotContain(met.number().value());
        assertThat(text(mail)).containsOnlyOnce("[" + late.number() + "]");
        awaitNothingWaits("hanna@r.example");
    }

    @Test
    void manyAtOnceAreOneDigestHoweverManyNodesSend() throws Exception {
        Rung rung = rung("lead", 100, Rung.Action.TELL_LEAD, "leads");
        List<Complaint> all = IntStream.range(0, 10).mapToObj(n -> owned(null)).toList();
        Complaint urgent = complaints.change(all.get(7).number(), raised -> raised.raisePriority(90));
        clock.advance(Duration.ofDays(7));
        all.forEach(complaint -> tell(complaint, resolution(complaint), rung, 0));
        clock.advance(Duration.ofSeconds(5));

        List<CompletableFuture<Void>> nodes = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.runAsync(staffMail::sendWhatIsDue))
                .toList();
        nodes.forEach(CompletableFuture::join);

        await().until(() -> recipients().equals(List.of("lena@r.example")));
        MimeMessage digest = mailTo("lena@r.example");
        assertThat(digest.getSubject()).isEqualTo("10 cases wait for you, 10 overdue");
        assertThat(all).allSatisfy(complaint -> assertThat(text(digest)).contains("[" + complaint.number() + "]"));
        assertThat(text(digest).indexOf("[" + urgent.number()))
                .isEqualTo(text(digest).indexOf("[C-"));
        awaitNothingWaits("lena@r.example");
    }

    @Test
    void casesAreCountedAndNotTheirClocksAndWhatIsLateHasNoShareOfItsTime() throws Exception {
        Rung rung = rung("lead", 100, Rung.Action.TELL_LEAD, "leads");
        Complaint late = owned(null);
        clock.advance(Duration.ofDays(63));
        Complaint fresh = owned(null);
        deadlines.of(late.number()).forEach(each -> tell(late, each, rung, 0));
        tell(fresh, resolution(fresh), rung("lead-soon", 80, Rung.Action.TELL_LEAD, "leads"), 0);
        clock.advance(Duration.ofSeconds(5));

        await().until(() -> recipients().equals(List.of("lena@r.example")));
        MimeMessage digest = mailTo("lena@r.example");
        assertThat(digest.getSubject()).isEqualTo("2 cases wait for you, 1 overdue");
        assertThat(text(digest)).contains("It is overdue by ", " days ");
        assertThat(text(digest).split("% of its time", -1)).hasSize(2);
    }

    @Test
    void aCrashAfterSendingRepeatsTheSameMailAndNoOther() throws Exception {
        Complaint complaint = owned("handler");
        tell(complaint, resolution(complaint), rung("remind", 80, Rung.Action.REMIND, "owner"), 0);
        await().until(() -> recipients().equals(List.of("hanna@r.example")) && waiting("hanna@r.example") == 0);

        jdbc.sql("update redress.message set status = 'SENDING' where case_number = :number and direction = 'STAFF'")
                .param("number", complaint.number().value())
                .update();
        jdbc.sql("""
                        update redress.staff_mail set status = 'DUE' where id in
                          (select staff_mail from redress.message where case_number = :number)""").param("number", complaint.number().value()).update();

        await().until(() -> recipients().equals(List.of("hanna@r.example", "hanna@r.example")));
        assertThat(mails.getReceivedMessages()[1].getMessageID())
                .isEqualTo(mails.getReceivedMessages()[0].getMessageID());
    }

    @Test
    void whoStandsInForAnAbsentOwnerHearsInTheirPlace() {
        Complaint before = owned("handler");
        clock.moveTo(LocalTime.of(23, 30));
        tell(before, resolution(before), rung("remind", 80, Rung.Action.REMIND, "owner"), 0);
        when(standIns.isAway("handler")).thenReturn(true);
        when(standIns.deputyOf("handler")).thenReturn(Optional.of("handler2"));
        Complaint after = owned("handler");
        tell(after, resolution(after), rung("remind", 80, Rung.Action.REMIND, "owner"), 0);

        clock.moveTo(LocalTime.of(9, 0));

        await().until(() -> waiting("hanna@r.example") == 0 && waiting("ben@r.example") == 0);
        assertThat(recipients()).containsOnly("ben@r.example");
        assertThat(text(mails.getReceivedMessages()[0])).contains(after.number().value());
    }

    private long waiting(String recipient) {
        return jdbc.sql("""
                        select count(*) from redress.message
                         where direction = 'STAFF' and recipient = :recipient and status in ('DUE', 'SENDING')""").param("recipient", recipient).query(Long.class).single();
    }

    private MimeMessage mailTo(String recipient) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    /** The text part, as its reader sees it. */
    private static String text(MimeMessage mail) {
        try {
            return text(mail.getContent());
        } catch (IOException | MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Object content) throws IOException, MessagingException {
        return content instanceof Multipart parts ? text(parts.getBodyPart(0).getContent()) : (String) content;
    }

    private static Rung rung(String name, int percent, Rung.Action action, String audience) {
        return new Rung(name, percent, 0, action, audience, false, false);
    }

    /** A mail is received a moment before it is written down as sent, by whichever node sends it. */
    private void awaitNothingWaits(String recipient) {
        await().until(() -> waiting(recipient) == 0);
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

    private void tell(Complaint complaint, CaseClock clock, Rung rung, int turn) {
        alert.tell(List.of(new RungAlert.Climbed(complaint.head(), clock, rung, turn)));
    }

    private Complaint owned(String owner) {
        Complaint complaint = complaints.open(aFiling().saying("It broke.").filing());
        deadlines.start(complaint);
        return complaints.change(complaint.number(), changed -> changed.ownedBy(owner));
    }

    /** Time as this test steers it, forward only; in its own rooms, so that nobody else is carried along. */
    static class SteeredClock extends Clock {

        private final ZoneId zone = ZoneId.of("Europe/Berlin");
        private volatile Duration ahead = Duration.between(Instant.now(), CorrespondenceRooms.NOW);

        void advance(Duration by) {
            ahead = ahead.plus(by);
        }

        /** To this time of the day on the next working day, or today if it lies ahead. */
        void moveTo(LocalTime time) {
            ZonedDateTime now = instant().atZone(zone);
            ZonedDateTime then = now.with(time);
            while (!then.isAfter(now) || then.getDayOfWeek().getValue() > 5) {
                then = then.plusDays(1);
            }
            advance(Duration.between(now, then));
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId other) {
            throw new UnsupportedOperationException();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        SteeredClock steeredClock() {
            return new SteeredClock();
        }
    }
}
