package io.redress.intake.page.web;

import static io.redress.complaint.file.FilingDraft.aFiling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.redress.complaint.customer.ComplainantRole;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.Actor;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.tracking.TrackingLinks;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.conversation.correspondence.CorrespondenceRooms;
import io.redress.conversation.outbox.Message;
import io.redress.core.request.RequestReader;
import io.redress.engine.port.ComplaintProcess;
import io.redress.intake.api.web.IntakeProblems;
import io.redress.intake.registration.CaseEnded;
import io.redress.intake.withdrawal.Withdrawals;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.time.clock.Deadlines;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What customers see and do on their own page. */
@SpringJUnitWebConfig(
        classes = {CorrespondenceRooms.class, TrackingPageTest.Door.class},
        initializers = {ConfigDataApplicationContextInitializer.class, CorrespondenceRooms.Addresses.class})
class TrackingPageTest {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        WebMvcAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        MessageSourceAutoConfiguration.class
    })
    @Import({
        TrackingPageController.class,
        TrackingPageApi.class,
        TrackingPages.class,
        TrackingPageInput.class,
        RequestReader.class,
        IntakeProblems.class
    })
    @ComponentScan(
            basePackages = "io.redress.people.security.web",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*ProblemAdvice"))
    static class Door {

        @Bean
        Withdrawals withdrawals() {
            return mock(Withdrawals.class);
        }
    }

    @Autowired
    WebApplicationContext context;

    @Autowired
    Complaints complaints;

    @Autowired
    Deadlines deadlines;

    @Autowired
    TrackingLinks links;

    @Autowired
    Correspondence correspondence;

    @Autowired
    ComplaintProcess process;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    RemedyLedger ledger;

    MockMvc browser;

    @BeforeEach
    void start() {
        reset(process, withdrawals, ledger);
        browser = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void thePageShowsStatusPromisesAndWhatWasSaid() throws Exception {
        Complaint complaint = opened("de", ComplainantRole.BUYER);
        correspondence.acknowledge(complaint.number());

        browser.perform(get(path(complaint)))
                .andExpect(status().isOk())
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("lang=\"de\"")))
                .andExpect(content().string(containsString(complaint.number().value())))
                .andExpect(content().string(containsString("Ihre Beschwerde ist bei uns angekommen.")))
                .andExpect(content().string(containsString("bis 25. November 2026")))
                .andExpect(content().string(containsString("It never came &lt;script&gt;")))
                .andExpect(content().string(containsString("hat die Nummer " + complaint.number())))
                .andExpect(content().string(not(containsString("id=\"feedback\""))));
    }

    @Test
    void chineseReadChinese() throws Exception {
        browser.perform(get(path(opened("zh-CN", ComplainantRole.BUYER))))
                .andExpect(content().string(containsString("我们已收到您的投诉。")))
                .andExpect(content().string(containsString("撤回投诉")));
    }

    @Test
    void aRecipientNeverSeesThePrice() throws Exception {
        Complaint complaint = opened("en", ComplainantRole.RECIPIENT);
        when(ledger.of(complaint.number())).thenReturn(List.of(refund(complaint)));

        browser.perform(get(path(complaint)))
                .andExpect(content().string(containsString("Put right with the payment")))
                .andExpect(content().string(not(containsString("49.90"))));
    }

    @Test
    void aLinkThatWasMadeUpOpensNothing() throws Exception {
        String path = path(opened("en", ComplainantRole.BUYER));

        browser.perform(get(path + "x").header("Accept-Language", "de"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("Diese Seite gibt es nicht")));
        browser.perform(post(path + "x/feedback")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"resolved\":true}"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void aMessageArrivesOnceHoweverOftenItIsClicked() throws Exception {
        Complaint complaint = opened("en", ComplainantRole.BUYER);
        for (int click = 0; click < 2; click++) {
            browser.perform(form(complaint, "/messages")
                            .param("text", "Where is it?")
                            .param("formId", "f-1"))
                    .andExpect(status().isSeeOther())
                    .andExpect(header().string("Location", endsWith("?done=message")));
        }

        assertThat(correspondence.conversation(complaint.number()))
                .extracting(Message::words)
                .containsExactly("Where is it?");
        verify(process).customerWrote(any(Complaint.class));
    }

    @Test
    void anEmptyOrEndlessMessageIsRefused() throws Exception {
        Complaint complaint = opened("en", ComplainantRole.BUYER);

        browser.perform(form(complaint, "/messages").param("text", "  "))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Please write something")));
        browser.perform(post(path(complaint) + "/messages")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\":\"%s\"}".formatted("x".repeat(20_001))))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("text"));
        assertThat(correspondence.conversation(complaint.number())).isEmpty();
    }

    @Test
    void takingItBackWantsATickAndReachesTheCase() throws Exception {
        Complaint complaint = opened("en", ComplainantRole.BUYER);

        browser.perform(form(complaint, "/withdrawal").param("reason", "It came."))
                .andExpect(status().isBadRequest());
        browser.perform(form(complaint, "/withdrawal")
                        .param("reason", "It came.")
                        .param("confirm", "yes"))
                .andExpect(status().isSeeOther());

        verify(withdrawals).withdraw(complaint.number(), "It came.", Actor.CUSTOMER);
    }

    @Test
    void aClosedCaseCannotBeTakenBack() throws Exception {
        Complaint complaint = opened("en", ComplainantRole.BUYER);
        doThrow(new CaseEnded(complaint.number())).when(withdrawals).withdraw(any(), any(), any());

        browser.perform(form(complaint, "/withdrawal").param("confirm", "yes"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("closed already")));
        browser.perform(post(path(complaint) + "/withdrawal")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isConflict());
    }

    @Test
    void theFollowUpIsAnsweredOnce() throws Exception {
        Complaint complaint = opened("en", ComplainantRole.BUYER);
        correspondence.followUp(complaint.number());
        when(process.followUpAnswered(complaint.number(), "unhappy")).thenReturn(true);

        browser.perform(get(path(complaint))).andExpect(content().string(containsString("id=\"feedback\"")));
        browser.perform(post(path(complaint) + "/feedback")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"resolved\":false,\"score\":3,\"comment\":\"Still nothing.\"}"))
                .andExpect(status().isAccepted());
        browser.perform(form(complaint, "/feedback").param("resolved", "yes")).andExpect(status().isConflict());
        browser.perform(get(path(complaint))).andExpect(content().string(not(containsString("id=\"feedback\""))));

        verify(process).followUpAnswered(complaint.number(), "unhappy");
    }

    @Test
    void aBadAnswerNamesEachField() throws Exception {
        Complaint complaint = opened("en", ComplainantRole.BUYER);
        correspondence.followUp(complaint.number());

        browser.perform(post(path(complaint) + "/feedback")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"resolved\":\"yes\",\"score\":3.5,\"mood\":\"bad\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[?(@.field == 'mood')]").exists())
                .andExpect(jsonPath("$.errors[?(@.field == 'resolved')]").exists())
                .andExpect(jsonPath("$.errors[?(@.field == 'score')]").exists());
        browser.perform(post(path(complaint) + "/feedback")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"resolved\":true,\"score\":11}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("score"));
    }

    @Test
    void whoWasNotAskedYetCannotAnswer() throws Exception {
        Complaint complaint = opened("en", ComplainantRole.BUYER);

        browser.perform(post(path(complaint) + "/feedback")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"resolved\":true}"))
                .andExpect(status().isConflict());
    }

    private MockHttpServletRequestBuilder form(Complaint complaint, String action) {
        return post(path(complaint) + action).contentType(MediaType.APPLICATION_FORM_URLENCODED);
    }

    private String path(Complaint complaint) {
        return links.url(complaint).substring("https://redress.example".length());
    }

    private Complaint opened(String locale, ComplainantRole role) {
        Complaint complaint = complaints.open(aFiling()
                .about(Claim.NOT_RECEIVED)
                .as(role)
                .in(locale)
                .ofOrder("R-1")
                .saying("It never came <script>")
                .filing());
        deadlines.start(complaint);
        return complaint;
    }

    private static Remedy refund(Complaint complaint) {
        return new Remedy(
                UUID.randomUUID(),
                complaint.number().value(),
                1,
                RemedyKind.REFUND,
                RemedyStatus.SETTLED,
                "EUR",
                new BigDecimal("49.90"),
                BigDecimal.ZERO,
                "stripe",
                "pi_1",
                "ch_1",
                null,
                null,
                "R-1",
                "re_1",
                null,
                TimelineEntry.ENGINE,
                TimelineEntry.ENGINE,
                null,
                null,
                CorrespondenceRooms.NOW,
                CorrespondenceRooms.NOW,
                Set.of());
    }
}
