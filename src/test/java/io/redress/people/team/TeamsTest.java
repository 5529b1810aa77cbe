package io.redress.people.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import io.redress.core.staff.StandIns;
import io.redress.time.calendar.Calendars;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;

/** Which team fits whom, who sees whose cases, and who leads when somebody is away. */
class TeamsTest {

    private final TeamRows rows = mock();
    private final People people = mock();
    private final StandIns standIns = mock();
    private final ObjectProvider<StandIns> provider = mock();
    private final Teams teams = new Teams(rows, people, provider, mock(Calendars.class), ZoneOffset.UTC);
    private final Map<String, Team> known = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();

    @BeforeEach
    void world() {
        when(provider.getObject()).thenReturn(standIns);
        when(rows.all()).thenAnswer(asked -> known.values().stream()
                .sorted(java.util.Comparator.comparing(Team::id))
                .toList());
        when(rows.find(any())).thenAnswer(asked -> Optional.ofNullable(known.get(asked.<String>getArgument(0))));
        when(people.group(any())).thenAnswer(asked -> groups.entrySet().stream()
                .filter(person -> person.getValue().contains(asked.<String>getArgument(0)))
                .map(person -> person(person.getKey()))
                .sorted(java.util.Comparator.comparing(Person::id))
                .toList());
        when(people.groupsOf(any())).thenAnswer(asked -> groups.getOrDefault(asked.<String>getArgument(0), List.of()));
        when(people.find(any())).thenAnswer(asked -> Optional.ofNullable(asked.<String>getArgument(0))
                .filter(groups::containsKey)
                .map(TeamsTest::person));
        belongs("handler", "handlers");
        belongs("lead", "leads");
        belongs("lead2", "leads");
        belongs("manager", "managers");
        team("handlers", "", "", null, true);
    }

    @Test
    void oneTeamServesEverybodyAndEverybodySeesAll() {
        assertThat(teams.fitting("CN", Locale.CHINA)).isEqualTo(new TeamMatch(known.get("handlers"), false));
        assertThat(teams.seenBy("handler")).isEmpty();
        assertThat(teams.seenBy("lead")).isEmpty();
        assertThat(teams.leadsOf("handlers")).extracting(Person::id).containsExactly("lead", "lead2");
        assertThat(teams.leadsOf("leads")).extracting(Person::id).containsExactly("lead", "lead2");
    }

    @ParameterizedTest
    @CsvSource({
        "CN,  zh-CN,      handlers-zh, false",
        "TW,  zh-TW,      taipei,      false",
        ",    zh,         handlers-zh, false",
        "DE,  zh-Hans-CN, handlers-zh, false",
        "DE,  zh-Hant,    taipei,      false",
        "DE,  de,         dach,        false",
        "FR,  de,         handlers,    false",
        ",    de-AT,      handlers,    false",
        "DE,  en,         handlers,    false",
        "DE,  ,           dach,        false",
        "CN,  en,         handlers,    false",
        "FI,  fi,         handlers,    true",
        "US,  es,         empty,       x"
    })
    void teamFitsByLanguageAndThenByMarket(String market, String language, String team, String overflowed) {
        team("handlers", "", "de,en", null, true);
        team("handlers-zh", "CN,HK,TW", "zh", null, false);
        team("taipei", "TW", "zh-Hant", null, false);
        team("dach", "DE,AT", "de", null, false);
        team("empty", "US", "es", null, false);
        belongs("li", "handlers-zh");
        belongs("tai", "taipei");
        belongs("anna", "dach");

        TeamMatch fit = teams.fitting(market, language == null ? null : Locale.forLanguageTag(language));

        if (overflowed.equals("x")) {
            assertThat(fit.team().id()).as("a team without members fits nobody").isEqualTo("handlers");
            assertThat(fit.overflowed()).isTrue();
        } else {
            assertThat(fit.team().id()).isEqualTo(team);
            assertThat(fit.overflowed()).isEqualTo(Boolean.parseBoolean(overflowed));
        }
    }

    @Test
    void peopleSeeTheirTeamsCases() {
        team("handlers-zh", "", "zh", "lead2", false);
        belongs("li", "handlers-zh");
        belongs("both", "handlers", "handlers-zh");
        belongs("lead3", "leads");

        assertThat(teams.seenBy("handler")).contains(Set.of("handlers"));
        assertThat(teams.seenBy("li")).contains(Set.of("handlers-zh"));
        assertThat(teams.seenBy("both")).as("sees both, which are all").isEmpty();
        assertThat(teams.seenBy("manager")).isEmpty();
        assertThat(teams.seenBy("lead2"))
                .as("leads it, and the other one like every lead")
                .isEmpty();
        assertThat(teams.seenBy("lead3")).as("named nowhere, a lead of all").isEmpty();
        assertThat(teams.seenBy("nobody")).contains(Set.of());

        team("handlers", "", "de,en", "lead", true);
        assertThat(teams.seenBy("lead2")).contains(Set.of("handlers-zh"));
        assertThat(teams.seenBy("lead")).contains(Set.of("handlers"));
        assertThat(teams.leadsWhoSee("handlers-zh")).extracting(Person::id).containsExactly("lead2", "lead3");

        when(standIns.standsInFor("handler")).thenReturn(List.of("li"));
        assertThat(teams.seenBy("handler")).as("stands in for li").isEmpty();
    }

    @Test
    void leadWhoIsAwayIsReplacedByTheDeputyThenByWhoeverStandsInThenByAllLeads() {
        known.put(
                "handlers-zh",
                new Team(
                        "handlers-zh",
                        "Chinese",
                        Set.of(),
                        Set.of("zh"),
                        "standard",
                        ZoneId.of("Asia/Shanghai"),
                        "lead2",
                        List.of("lead3"),
                        false));
        belongs("lead3", "leads");
        assertThat(leads()).containsExactly("lead2", "lead3");

        when(standIns.isAway("lead2")).thenReturn(true);
        assertThat(leads()).containsExactly("lead3");

        when(standIns.isAway("lead3")).thenReturn(true);
        when(standIns.deputyOf("lead3")).thenReturn(Optional.of("manager"));
        assertThat(leads()).containsExactly("manager");

        when(standIns.deputyOf("lead3")).thenReturn(Optional.empty());
        assertThat(leads()).containsExactly("lead");

        when(standIns.isAway("lead")).thenReturn(true);
        assertThat(leads()).as("on the beach rather than nobody").containsExactly("lead", "lead2", "lead3");

        List.of("lead", "lead2", "lead3").forEach(groups::remove);
        assertThat(leads()).containsExactly("manager");
    }

    @Test
    void todayEndsWhereSomebodyWorks() {
        assertThat(teams.zoneOf("lead")).isEqualTo(ZoneOffset.UTC);
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        known.put(
                "handlers-zh",
                new Team(
                        "handlers-zh",
                        "Chinese",
                        Set.of(),
                        Set.of("zh"),
                        "standard",
                        shanghai,
                        "lead2",
                        List.of(),
                        false));
        belongs("li", "handlers-zh");

        assertThat(teams.zoneOf("li")).isEqualTo(shanghai);
        assertThat(teams.zoneOf("handler")).isEqualTo(ZoneOffset.UTC);
        assertThat(teams.zoneOf("lead2")).as("leads both").isEqualTo(ZoneOffset.UTC);
        assertThat(teams.zoneOf(null)).isEqualTo(ZoneOffset.UTC);

        team("handlers", "", "de,en", "lead", true);
        assertThat(teams.zoneOf("lead2")).as("leads the Chinese only").isEqualTo(shanghai);
        assertThat(teams.zoneOf("manager")).isEqualTo(ZoneOffset.UTC);
    }

    private List<String> leads() {
        return teams.leadsOf("handlers-zh").stream().map(Person::id).toList();
    }

    private void team(String id, String markets, String languages, String lead, boolean overflow) {
        known.put(
                id,
                new Team(id, id, set(markets), set(languages), "standard", ZoneOffset.UTC, lead, List.of(), overflow));
    }

    private void belongs(String login, String... to) {
        groups.put(login, new ArrayList<>(List.of(to)));
    }

    private static Set<String> set(String listed) {
        return listed.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(listed.split(",")));
    }

    private static Person person(String login) {
        return new Person(login, login, null);
    }
}
