package io.redress.conversation.correspondence;

import static io.redress.complaint.file.FilingDraft.aFiling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import io.redress.complaint.customer.ComplainantRole;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Outcome;
import io.redress.complaint.timeline.Actor;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.complaint.tracking.TrackingLinks;
import io.redress.conversation.incoming.Incoming;
import io.redress.conversation.mail.MailUnavailable;
import io.redress.conversation.outbox.Message;
import io.redress.conversation.outbox.Message.Direction;
import io.redress.conversation.outbox.Message.Status;
import io.redress.conversation.outbox.MessageRows;
import io.redress.core.staff.People;
import io.redress.engine.port.ComplaintProcess;
import io.redress.engine.port.ReadMessageProcess;
import io.redress.engine.port.TellCustomerProcess;
import io.redress.remedy.decision.Decision;
import io.redress.remedy.decision.Decisions;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import io.redress.verification.finding.Verdict;
import io.redress.verification.finding.Verdicts;
import io.redress.verification.gathering.Identity;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

/** What customers get to read, and that they get it once. */
@SpringJUnitConfig(
        classes = CorrespondenceRooms.class,
        initializers = {ConfigDataApplicationContextInitializer.class, CorrespondenceRooms.Addresses.class})
class CorrespondenceTest {

    @Autowired
    Correspondence correspondence;

    @Autowired
    Incoming incoming;

    @Autowired
    MessageRows rows;

    @Autowired
    Complaints complaints;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Timeline timeline;

    @Autowired
    TrackingLinks links;

    @Autowired
    GreenMail mails;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ComplaintProcess process;

    @Autowired
    TellCustomerProcess telling;

    @Autowired
    ReadMessageProcess reading;

    @Autowired
    People people;

    @Autowired
    Decisions decisions;

    @Autowired
    Verdicts verdicts;

    @Autowired
    RemedyLedger ledger;

    @Autowired
    Identity identity;

    @BeforeEach
    void start() throws Exception {
        reset(process, telling, reading, people, decisions, verdicts, ledger);
        when(identity.isSettled(any())).thenReturn(true);
        when(identity.isSettledByPhone(any())).thenReturn(false);
        mails.purgeEmailFromAllMailboxes();
        when(people.find("handler")).thenReturn(Optional.of(new People.Person("handler", "Hanna Berg", "h@r.example")));
        when(people.group("handlers"))
                .thenReturn(List.of(
                        new People.Person("handler", "Hanna Berg", "h@r.example"),
                        new People.Person("handler2", "Ben Tal", null)));
    }

    @Test
    void acknowledgementSaysWhatHappensNextAndByWhen() throws Exception {
        Complaint complaint = opened("Ada", "ada@example.org", null, "en-GB");

        correspondence.acknowledge(complaint.number());

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("[%s] We have received your complaint".formatted(complaint.number()));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(mail))
                .contains("Hello Ada,", "25 November 2026", links.url(complaint), "not read yet")
                .contains("Central European");
        assertThat(html(mail)).contains("25 November 2026", "href=\"" + links.url(complaint) + "\"");
        assertThat(running(complaint)).containsExactly(ClockKind.FIRST_ANSWER, ClockKind.RESOLUTION);
    }

    @Test
    void aRepeatedStepWritesOnce() {
        Complaint complaint = opened("Ada", "ada@example.org", null, "en");

        correspondence.acknowledge(complaint.number());
        correspondence.acknowledge(complaint.number());

        assertThat(mails.getReceivedMessages()).hasSize(1);
        assertThat(timeline.of(complaint.number()))
                .filteredOn(entry -> entry.kind() == TimelineKind.MESSAGE_SENT)
                .hasSize(1);
    }

    @Test
    void aStepThatFailsAfterSendingDoesNotSendAgain() {
        Complaint complaint = opened("Ada", "ada@example.org", null, "en");

        transaction.executeWithoutResult(status -> {
            correspondence.acknowledge(complaint.number());
            status.setRollbackOnly();
        });
        correspondence.acknowledge(complaint.number());

        assertThat(mails.getReceivedMessages()).hasSize(1);
        assertThat(running(complaint)).doesNotContain(ClockKind.ACKNOWLEDGEMENT);
    }

    @Test
    void aCrashWhileSendingSendsTheSameMessageAgain() throws Exception {
        Complaint complaint = opened("Ada", "ada@example.org", null, "en");
        correspondence.acknowledge(complaint.number());
        Message sent = correspondence.conversation(complaint.number()).get(0);
        rows.move(sent.id(), Status.SENDING, null);

        correspondence.acknowledge(complaint.number());

        MimeMessage[] both = mails.getReceivedMessages();
        assertThat(both).hasSize(2);
        assertThat(both[0].getMessageID())
                .isEqualTo(both[1].getMessageID())
                .contains(sent.id().toString());
    }

    @Test
    void aMailServerThatIsDownIsTriedAgain() {
        Complaint complaint = opened("Ada", "ada@example.org", null, "en");
        mails.stop();
        try {
            assertThatThrownBy(() -> correspondence.acknowledge(complaint.number()))
                    .isInstanceOf(MailUnavailable.class);
            assertThat(running(complaint)).contains(ClockKind.ACKNOWLEDGEMENT);
        } finally {
            mails.start();
        }
    }

    @Test
    void germanReadsGermanAndChineseReadsChinese() throws Exception {
        correspondence.acknowledge(
                opened("Jürgen", "j@example.org", null, "de-AT").number());
        correspondence.acknowledge(opened("王芳", "w@example.org", null, "zh-CN").number());

        MimeMessage german = mails.getReceivedMessages()[0];
        assertThat(german.getSubject()).contains("Ihre Beschwerde ist bei uns angekommen");
        assertThat(text(german)).contains("Guten Tag Jürgen,", "25. November 2026");
        MimeMessage chinese = mails.getReceivedMessages()[1];
        assertThat(chinese.getSubject()).contains("我们已收到您的投诉");
        assertThat(text(chinese)).contains("尊敬的王芳，您好！", "2026年11月25日");
    }

    @Test
    void anUnknownLanguageFallsBackToEnglishAndTellsTheHandler() throws Exception {
        Complaint complaint = opened("Léa", "lea@example.org", null, "fr");

        correspondence.acknowledge(complaint.number());

        assertThat(text(onlyMail())).contains("Hello Léa,");
        assertThat(timeline.of(complaint.number()))
                .anySatisfy(entry -> assertThat(entry.text()).contains("“fr” is not supported"));
    }

    @Test
    void whoHasNoMailAddressIsTold() {
        Complaint complaint = opened("Ada", null, "+49 30 123456", "en");

        correspondence.acknowledge(complaint.number());

        Message due = correspondence.conversation(complaint.number()).get(0);
        assertThat(due.status()).isEqualTo(Status.TELL);
        assertThat(due.words()).contains("Your complaint has arrived").doesNotContain("not read yet");
        verify(telling).start(complaint.number(), due.id().toString());
        assertThat(running(complaint)).contains(ClockKind.ACKNOWLEDGEMENT);

        correspondence.told(due.id(), "handler", "phone");

        assertThat(running(complaint)).doesNotContain(ClockKind.ACKNOWLEDGEMENT);
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void whatTellsOfTheOrderIsNotWrittenToAnAddressThatTheOrderDoesNotHave() throws Exception {
        Complaint complaint = opened("Ada", "ada@example.org", "+49 30 123456", "en");
        when(identity.isSettled(any())).thenReturn(false);
        when(identity.isSettledByPhone(any())).thenReturn(true);
        decided(complaint, "You are right.", null, "handler");
        made(complaint, remedy(complaint, RemedyKind.REFUND, "49.90", null));

        correspondence.acknowledge(complaint.number());
        correspondence.explain(complaint.number());

        assertThat(text(onlyMail())).contains("Your complaint has arrived").doesNotContain("49.90");
        Message decision = correspondence.conversation(complaint.number()).get(1);
        assertThat(decision.status()).isEqualTo(Status.TELL);
        assertThat(decision.words()).contains("49.90");
        verify(telling).start(complaint.number(), decision.id().toString());
    }

    @Test
    void anAddressThatIsNoneIsNoHeaderAndSomebodyTellsThem() {
        Complaint complaint = opened("Ada", "ada@example.org\r\nBcc: eve@example.org", null, "en");

        correspondence.acknowledge(complaint.number());

        assertThat(mails.getReceivedMessages()).isEmpty();
        verify(telling).start(eq(complaint.number()), anyString());
    }

    @Test
    void userTextReachesNoHeaderAndNoMarkup() throws Exception {
        Complaint complaint = opened("Eve\r\nBcc: <eve@example.org>", "eve@example.org", null, "en");

        correspondence.acknowledge(complaint.number());

        MimeMessage mail = onlyMail();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).doesNotContain("Eve");
        assertThat(text(mail)).contains("Hello,").doesNotContain("eve@example.org");
    }

    @Test
    void anAutomaticDecisionNamesAmountReasonAndParcel() throws Exception {
        Complaint complaint = opened("Jürgen", "j@example.org", null, "de");
        decided(complaint, "Your parcel did not reach you.", "lost_parcel", TimelineEntry.ENGINE);
        made(complaint, remedy(complaint, RemedyKind.REFUND, "1234.50", null));
        made(complaint, remedy(complaint, RemedyKind.REPLACEMENT, "0", "TRACK-1"));

        correspondence.explain(complaint.number());

        assertThat(text(onlyMail()))
                .contains("Sie haben recht", "nicht bei Ihnen angekommen", "1.234,50", "24. November 2026", "TRACK-1")
                .contains("Ihr Redress-Team");
        assertThat(running(complaint)).containsExactly(ClockKind.ACKNOWLEDGEMENT);
    }

    @Test
    void theSentenceOfATableOfOldIsShownAsItIs() throws Exception {
        Complaint complaint = opened("Jürgen", "j@example.org", null, "de");
        decided(complaint, "The moon was full.", "The moon was full.", TimelineEntry.ENGINE);

        correspondence.explain(complaint.number());

        assertThat(text(onlyMail())).contains("The moon was full.", "Sie haben recht");
    }

    @Test
    void aPersonsReasonIsVerbatimEscapedAndSigned() throws Exception {
        Complaint complaint = opened("Ada", "ada@example.org", null, "en");
        decided(complaint, "We <b>saw</b> it.", null, "handler");

        assertThat(correspondence.explainedAt(complaint)).isEmpty();
        correspondence.explain(complaint.number());

        assertThat(correspondence.explainedAt(complaint)).isPresent();
        assertThat(text(onlyMail())).contains("We <b>saw</b> it.", "Hanna Berg");
        assertThat(html(onlyMail())).contains("We &lt;b&gt;saw&lt;/b&gt; it.");
        assertThat(onlyMail().getHeader("Auto-Submitted")).isNull();
    }

    @Test
    void whoWasGivenTheGoodsNeverSeesThePrice() throws Exception {
        Complaint complaint = opened("Ada", "ada@example.org", null, "en", ComplainantRole.RECIPIENT);
        decided(complaint, "You are right.", null, "handler");
        made(complaint, remedy(complaint, RemedyKind.REFUND, "49.90", null));

        correspondence.explain(complaint.number());

        assertThat(text(onlyMail())).doesNotContain("49.90").contains("Put right with the payment");
    }

    @Test
    void theAnswerToAQuestionGoesToWhoAsked() throws Exception {
        Complaint complaint = opened("Ada", "ada@example.org", null, "en");
        when(verdicts.latest(any())).thenReturn(Optional.of(asked(complaint)));
        when(process.customerReplied(complaint.number())).thenReturn(true);
        correspondence.ask(complaint.number());
        complaints.change(complaint.number(), Complaint::questionAsked);

        incoming.received(complaint.number(), "It was blue.", "m-1", Actor.CUSTOMER);
        incoming.received(complaint.number(), "It was blue.", "m-1", Actor.CUSTOMER);

        assertThat(text(onlyMail())).contains("Which colour was it?", "Hanna Berg");
        verify(process).customerReplied(complaint.number());
        verify(process, never()).customerWrote(any());
        assertThat(complaints.get(complaint.number()).isQuestionOpen()).isFalse();
        assertThat(correspondence.conversation(complaint.number()))
                .extracting(Message::direction)
                .containsExactly(Direction.OUT, Direction.IN);
    }

    @Test
    void whatNothingWaitsForIsMailedToTheTeam() throws Exception {
        Complaint complaint = opened("Ada", "ada@example.org", null, "en");

        incoming.received(complaint.number(), "One more thing.", null, Actor.CUSTOMER);
        await().until(() -> mails.getReceivedMessages().length == 1);

        verify(reading).start(complaint.number(), false);
        assertThat(onlyMail().getAllRecipients()[0]).hasToString("h@r.example");
        assertThat(text(onlyMail())).contains("One more thing.", "https://redress.example/camunda/app/tasklist");
        assertThat(timeline.of(complaint.number()))
                .anySatisfy(entry -> assertThat(entry.text()).contains("handler2 has no mail address"));
    }

    private Complaint opened(String name, String email, String phone, String locale) {
        return opened(name, email, phone, locale, ComplainantRole.BUYER);
    }

    private Complaint opened(String name, String email, String phone, String locale, ComplainantRole role) {
        Complaint complaint = complaints.open(aFiling()
                .about(Claim.NOT_RECEIVED)
                .as(role)
                .from(name, email, phone)
                .in(locale)
                .ofOrder("R-1")
                .saying("My parcel never came.")
                .filing());
        deadlines.start(complaint);
        return complaint;
    }

    private void decided(Complaint complaint, String reason, String tableReason, String by) {
        Decision decision = new Decision(
                1L,
                complaint.number().value(),
                1,
                Outcome.UPHELD,
                "",
                reason,
                tableReason,
                by,
                CorrespondenceRooms.NOW);
        when(decisions.latest(any())).thenReturn(Optional.of(decision));
    }

    private void made(Complaint complaint, Remedy remedy) {
        List<Remedy> before = ledger.of(complaint.number());
        List<Remedy> all = new ArrayList<>(before);
        all.add(remedy);
        when(ledger.of(complaint.number())).thenReturn(all);
    }

    private static Remedy remedy(Complaint complaint, RemedyKind kind, String amount, String tracking) {
        return new Remedy(
                UUID.randomUUID(),
                complaint.number().value(),
                1,
                kind,
                RemedyStatus.SETTLED,
                "EUR",
                new BigDecimal(amount),
                BigDecimal.ZERO,
                "stripe",
                "pi_1",
                "ch_1",
                null,
                null,
                "R-1",
                "re_1",
                tracking,
                TimelineEntry.ENGINE,
                TimelineEntry.ENGINE,
                null,
                null,
                CorrespondenceRooms.NOW,
                CorrespondenceRooms.NOW,
                Set.of());
    }

    private static Verdict asked(Complaint complaint) {
        return new Verdict(
                7L,
                complaint.number().value(),
                1,
                Verdict.Ruling.ASK_CUSTOMER,
                null,
                Verdict.RemedyChoice.AS_PROPOSED,
                null,
                null,
                "Which colour was it?",
                null,
                "handler",
                CorrespondenceRooms.NOW);
    }

    private List<ClockKind> running(Complaint complaint) {
        CaseNumber caseNumber = complaint.number();
        return deadlines.of(caseNumber).stream()
                .filter(CaseClock::isRunning)
                .map(CaseClock::kind)
                .filter(ClockKind::isPromise)
                .toList();
    }

    private MimeMessage onlyMail() {
        assertThat(mails.getReceivedMessages()).hasSize(1);
        return mails.getReceivedMessages()[0];
    }

    private static String text(MimeMessage mail) throws Exception {
        return part(mail, 0);
    }

    private static String html(MimeMessage mail) throws Exception {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        MimeMultipart mixed = (MimeMultipart) mail.getContent();
        MimeMultipart related = (MimeMultipart) mixed.getBodyPart(0).getContent();
        MimeMultipart alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        return alternative.getBodyPart(index).getContent().toString();
    }
}
