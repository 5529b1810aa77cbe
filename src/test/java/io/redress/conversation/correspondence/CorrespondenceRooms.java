package io.redress.conversation.correspondence;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.redress.complaint.search.Sight;
import io.redress.conversation.alert.TaskLinks;
import io.redress.conversation.outbox.HeldLetterTasks;
import io.redress.core.staff.People;
import io.redress.core.staff.StandIns;
import io.redress.engine.port.ComplaintProcess;
import io.redress.engine.port.ReadMessageProcess;
import io.redress.engine.port.SendMessageProcess;
import io.redress.engine.port.TellCustomerProcess;
import io.redress.engine.settings.TestDatabase;
import io.redress.people.assignment.OpenWork;
import io.redress.people.team.GroupKeeper;
import io.redress.people.visibility.Shields;
import io.redress.people.visibility.Visibility;
import io.redress.remedy.decision.Decisions;
import io.redress.remedy.goodwill.GoodwillGrants;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.returns.GoodsReturns;
import io.redress.remedy.returns.ReturnOutcomes;
import io.redress.remedy.returns.WaysBack;
import io.redress.time.calendar.Calendars;
import io.redress.time.clock.Allowance;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.ServiceLevels;
import io.redress.time.ladder.LadderTimers;
import io.redress.time.ladder.RungAction;
import io.redress.time.ladder.Rungs;
import io.redress.time.law.BusinessPurchases;
import io.redress.time.law.LegalTable;
import io.redress.time.law.OrderCountries;
import io.redress.verification.finding.Verdicts;
import io.redress.verification.gathering.Identity;
import io.redress.verification.gathering.Verification;
import io.redress.verification.safety.Dangers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jdbc.JdbcRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.test.util.TestSocketUtils;

/** The rooms that talk with customers, on a real database and a real mail server; the rooms around them are dolls. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcRepositoriesAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    MailSenderAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
@EnableJdbcRepositories("io.redress.complaint")
@ComponentScan(
        basePackages = {
            "io.redress.core.database",
            "io.redress.complaint",
            "io.redress.time",
            "io.redress.conversation.letter",
            "io.redress.conversation.mail",
            "io.redress.conversation.alert",
            "io.redress.conversation.outbox",
            "io.redress.conversation.incoming",
            "io.redress.conversation.hold",
            "io.redress.conversation.correspondence",
            "io.redress.conversation.followup",
            "io.redress.people.team",
            "io.redress.people.assignment"
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.redress\\.\\w+\\.\\w+\\.(process|web)\\..*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.redress\\.complaint\\.recognition\\..*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|Rooms)(\\$.*)?")
        })
@ConfigurationPropertiesScan({
    "io.redress.complaint",
    "io.redress.time",
    "io.redress.conversation.letter",
    "io.redress.conversation.mail",
    "io.redress.conversation.alert",
    "io.redress.conversation.outbox",
    "io.redress.conversation.hold",
    "io.redress.conversation.correspondence"
})
public class CorrespondenceRooms {

    /** What the tests' clock says when the rooms are opened. */
    public static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");

    private static final GreenMail MAILS = started();

    @Bean
    Clock clock() {
        return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), NOW));
    }

    @Bean(destroyMethod = "")
    GreenMail mails() {
        return MAILS;
    }

    @Bean
    TellCustomerProcess telling() {
        return mock(TellCustomerProcess.class);
    }

    @Bean
    SendMessageProcess sending() {
        return mock(SendMessageProcess.class);
    }

    @Bean
    ReadMessageProcess reading() {
        return mock(ReadMessageProcess.class);
    }

    @Bean
    ComplaintProcess process() {
        return mock(ComplaintProcess.class);
    }

    @Bean
    People people() {
        return mock(People.class);
    }

    @Bean
    StandIns standIns() {
        return mock(StandIns.class);
    }

    @Bean
    Dangers dangers() {
        return mock(Dangers.class);
    }

    @Bean
    HeldLetterTasks heldLetterTasks() {
        return mock(HeldLetterTasks.class);
    }

    @Bean
    Shields shields() {
        return mock(Shields.class);
    }

    @Bean
    Visibility visibility() {
        Visibility visibility = mock(Visibility.class);
        when(visibility.of(any()))
                .thenAnswer(asked -> new Sight(asked.getArgument(0), Set.of(), Optional.empty(), Set.of()));
        when(visibility.amongst(any(), any())).thenAnswer(asked -> List.copyOf(asked.getArgument(0)));
        return visibility;
    }

    @Bean
    GroupKeeper groupKeeper() {
        return mock(GroupKeeper.class);
    }

    @Bean
    OpenWork openWork() {
        return mock(OpenWork.class);
    }

    @Bean
    TaskLinks taskLinks() {
        return mock(TaskLinks.class);
    }

    @Bean
    RungAction rungAction() {
        return mock(RungAction.class);
    }

    @Bean
    LadderTimers ladderTimers() {
        return mock(LadderTimers.class);
    }

    @Bean
    ServiceLevels serviceLevels() {
        Map<ClockKind, Duration> budgets = Map.of(
                ClockKind.ACKNOWLEDGEMENT, Duration.ofMinutes(15),
                ClockKind.FIRST_ANSWER, Duration.ofHours(24),
                ClockKind.NEXT_ANSWER, Duration.ofHours(24),
                ClockKind.RESOLUTION, Duration.ofDays(5),
                ClockKind.RESOLUTION_TOTAL, Duration.ofDays(10),
                ClockKind.OWNER_ACTION, Duration.ofDays(2));
        Map<ClockKind, Allowance> levels = new EnumMap<>(ClockKind.class);
        budgets.forEach((kind, budget) -> levels.put(kind, new Allowance(budget, Calendars.ALWAYS, "standard")));
        return complaint -> levels;
    }

    @Bean
    LegalTable legalTable() {
        return (caseNumber, country, buyer, claim, event) -> List.of();
    }

    @Bean
    OrderCountries orderCountries() {
        return caseNumber -> Optional.empty();
    }

    @Bean
    BusinessPurchases businessPurchases() {
        return caseNumber -> false;
    }

    @Bean
    Rungs rungs() {
        return mock(Rungs.class);
    }

    @Bean
    Verification verification() {
        return mock(Verification.class);
    }

    /** It is certain who complains, unless a test says otherwise. */
    @Bean
    Identity identity() {
        Identity identity = mock(Identity.class);
        when(identity.isSettled(any())).thenReturn(true);
        return identity;
    }

    @Bean
    GoodsReturns returns() {
        return mock(GoodsReturns.class);
    }

    @Bean
    WaysBack waysBack() {
        return mock(WaysBack.class);
    }

    @Bean
    ReturnOutcomes returnOutcomes() {
        return mock(ReturnOutcomes.class);
    }

    @Bean
    Verdicts verdicts() {
        return mock(Verdicts.class);
    }

    @Bean
    Decisions decisions() {
        return mock(Decisions.class);
    }

    @Bean
    RemedyLedger ledger() {
        return mock(RemedyLedger.class);
    }

    @Bean
    GoodwillGrants goodwillGrants() {
        return mock(GoodwillGrants.class);
    }

    private static GreenMail started() {
        // The same port again after a stop.
        GreenMail mails = new GreenMail(
                new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        return mails;
    }

    /** Points the rooms at the database and the mail server. */
    public static class Addresses implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + TestDatabase.create(),
                            "spring.mail.host=127.0.0.1",
                            "spring.mail.port=" + MAILS.getSmtp().getPort(),
                            "redress.base-url=https://redress.example",
                            "redress.tracking.secret=a-secret-of-at-least-thirty-two-characters",
                            "redress.zone=Europe/Berlin",
                            "redress.alerts.quiet=PT1S",
                            "redress.mail.from=Redress <service@redress.example>")
                    .applyTo(context);
        }
    }
}
