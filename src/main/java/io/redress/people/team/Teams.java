package io.redress.people.team;

import io.redress.complaint.file.Complaint;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import io.redress.core.staff.StandIns;
import io.redress.core.staff.Workplaces;
import io.redress.time.calendar.BusinessCalendar;
import io.redress.time.calendar.Calendars;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The teams as they are now; an installation starts with one that serves everybody. */
@Component
public class Teams implements Workplaces {

    private static final Set<String> SEE_ALL = Set.of(Groups.MANAGERS, Groups.ADMINISTRATORS);

    private final TeamRows rows;
    private final People people;
    private final ObjectProvider<StandIns> standIns;
    private final Calendars calendars;
    private final ZoneId zone;

    Teams(
            TeamRows rows,
            People people,
            ObjectProvider<StandIns> standIns,
            Calendars calendars,
            @Value("${redress.zone}") ZoneId zone) {
        this.rows = rows;
        this.people = people;
        this.standIns = standIns;
        this.calendars = calendars;
        this.zone = zone;
    }

    /** Every team, in alphabetical order of the ids. */
    public List<Team> all() {
        return rows.all();
    }

    /** The team with this id; empty for a group that nobody made a team. */
    public Optional<Team> find(String id) {
        return isId(id) ? rows.find(id) : Optional.empty();
    }

    /** The team with this id; a group that nobody made a team, such as {@code leads}, serves everybody. */
    public Team of(String id) {
        return find(id).orElseGet(
                        () -> new Team(id, id, Set.of(), Set.of(), Calendars.STANDARD, zone, null, List.of(), false));
    }

    /** Who belongs to a team, by login. */
    public List<Person> members(String team) {
        return isId(team) ? people.group(team) : List.of();
    }

    /** The database keeps no text with a NUL in it, and does not look for one either. */
    private static boolean isId(String text) {
        return text != null && text.indexOf('\0') < 0;
    }

    @Override
    public List<String> groups() {
        return all().stream().map(Team::id).toList();
    }

    @Override
    public boolean isTeam(String group) {
        return find(group).isPresent();
    }

    /**
     * The team that fits a customer: of those that serve the market and speak the language the one that names the
     * language, then the one that names the market; else whoever names the language, for any market; else the one that
     * takes the overflow. A team without members fits nobody.
     *
     * @param market as in ISO 3166-1, {@code null} or empty where it is not known
     * @param language {@code null} where it is not known
     */
    public TeamMatch fitting(String market, Locale language) {
        List<Team> all = all();
        if (all.size() == 1) {
            return new TeamMatch(all.get(0), all.get(0).speaks(language) == 0);
        }
        // Asked only of teams that come into question, and once: an installation may have many.
        Map<Team, Boolean> asked = new HashMap<>();
        Predicate<Team> manned =
                team -> asked.computeIfAbsent(team, one -> !members(one.id()).isEmpty());
        List<Team> better = all.stream()
                .sorted(Comparator.comparingInt((Team team) -> team.speaks(language))
                        .thenComparingInt(team -> team.serves(market))
                        .reversed())
                .toList();
        return better.stream()
                .filter(team -> team.speaks(language) > 0 && team.serves(market) > 0)
                .filter(manned)
                .findFirst()
                .or(() -> better.stream()
                        .filter(team -> team.speaks(language) > 1)
                        .filter(manned)
                        .findFirst())
                .map(team -> new TeamMatch(team, false))
                .orElseGet(() -> overflow(all, manned, language));
    }

    /** Whoever takes what nobody else can; where that team has no members, the first that has some. */
    private static TeamMatch overflow(List<Team> all, Predicate<Team> manned, Locale language) {
        Team team = all.stream()
                .filter(Team::overflow)
                .filter(manned)
                .findFirst()
                .or(() -> all.stream().filter(manned).findFirst())
                .or(() -> all.stream().filter(Team::overflow).findFirst())
                .orElseGet(() -> all.get(0));
        return new TeamMatch(
                team, all.stream().filter(one -> one.speaks(language) > 0).noneMatch(manned));
    }

    /** As {@link #leadsOf(String)}, also for a case that lies with the leads: those of the team that serves it. */
    public List<Person> leadsOf(Complaint complaint) {
        return leadsOf(complaint.servingTeam());
    }

    /**
     * The leads of a team who are there: its lead and the deputies, else whoever stands in for them; where none is
     * named or all of them are away, all leads; where there is no lead at all, the managers. Nobody twice.
     */
    public List<Person> leadsOf(String team) {
        List<Person> named = find(team).map(Team::leading).orElse(List.of()).stream()
                .flatMap(login -> people.find(login).stream())
                .toList();
        return Stream.<Supplier<List<Person>>>of(
                        () -> present(named),
                        () -> present(people.group(Groups.LEADS)),
                        () -> people.group(Groups.LEADS),
                        () -> people.group(Groups.MANAGERS))
                .map(Supplier::get)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Whoever does the work of these people today. */
    private List<Person> present(List<Person> some) {
        StandIns away = standIns.getObject();
        return some.stream()
                .flatMap(person -> away.isAway(person.id())
                        ? away.deputyOf(person.id()).flatMap(people::find).stream()
                        : Stream.of(person))
                .distinct()
                .toList();
    }

    /** The leads who may see a team's cases, whether they are there or not; in alphabetical order. */
    public List<Person> leadsWhoSee(String team) {
        List<Person> leads = people.group(Groups.LEADS);
        return all().size() == 1
                ? leads
                : leads.stream().filter(lead -> sees(lead.id(), team)).toList();
    }

    /**
     * The teams whose cases somebody may see, to be compared with the team that serves a case; empty where they may see
     * every team's. Members see their teams' cases; a lead those of the teams that they lead or nobody in particular
     * does, and all where they are named for none; who stands in for somebody what that person sees; managers see all.
     */
    public Optional<Set<String>> seenBy(String login) {
        List<Team> all = all();
        if (all.size() == 1) {
            return Optional.empty();
        }
        Optional<Set<String>> own = seenBy(login, all);
        Set<String> seen = new TreeSet<>(own.orElse(Set.of()));
        for (String absent :
                own.isEmpty() ? List.<String>of() : standIns.getObject().standsInFor(login)) {
            Optional<Set<String>> lent = seenBy(absent, all);
            if (lent.isEmpty()) {
                return lent;
            }
            seen.addAll(lent.get());
        }
        return own.isEmpty() || seen.size() == all.size() ? Optional.empty() : Optional.of(Set.copyOf(seen));
    }

    private Optional<Set<String>> seenBy(String login, List<Team> all) {
        List<String> groups = people.groupsOf(login);
        if (groups.stream().anyMatch(SEE_ALL::contains)) {
            return Optional.empty();
        }
        boolean leads = groups.contains(Groups.LEADS);
        if (leads && all.stream().noneMatch(team -> team.leading().contains(login))) {
            return Optional.empty();
        }
        return Optional.of(all.stream()
                .filter(team -> groups.contains(team.id()) || leads && isLedBy(team, login))
                .map(Team::id)
                .collect(Collectors.toSet()));
    }

    /** Whether somebody may see the cases of a team. */
    public boolean sees(String login, String team) {
        return seenBy(login).map(teams -> teams.contains(team)).orElse(true);
    }

    /** Whether somebody may see a case, as far as teams decide it. */
    public boolean sees(String login, Complaint complaint) {
        return sees(login, complaint.servingTeam());
    }

    /** The teams that a login is a member of, in alphabetical order of the ids. */
    public List<Team> teamsOf(String login) {
        List<String> groups = people.groupsOf(login);
        return all().stream().filter(team -> groups.contains(team.id())).toList();
    }

    /** Whether somebody is a member of any team. */
    public boolean isHandler(String login) {
        return !teamsOf(login).isEmpty();
    }

    /** Whether somebody works here: in a team, as a lead, a manager or an administrator. */
    public boolean isStaff(String login) {
        return people.groupsOf(login).stream().anyMatch(group -> Groups.PEOPLE.contains(group) || isTeam(group));
    }

    /** Whether somebody works on the cases of a group as it is: as its member, or as a lead. */
    public boolean mayWorkFor(String login, String group) {
        List<String> groups = people.groupsOf(login);
        return groups.contains(group) || groups.contains(Groups.LEADS);
    }

    /** Where somebody works: the zone of the first team that they belong to, else of the only one that they lead. */
    @Override
    public ZoneId zoneOf(String login) {
        return workplace(login).map(Team::zone).orElse(zone);
    }

    /**
     * When somebody works: the calendar named like one of their groups, else their team's, else the standard one.
     */
    public BusinessCalendar calendarOf(String login) {
        Set<String> known = calendars.names();
        return people.groupsOf(login).stream()
                .filter(known::contains)
                .sorted()
                .findFirst()
                .or(() -> workplace(login).map(Team::calendar))
                .map(this::calendar)
                .orElseGet(calendars::standard);
    }

    @Override
    public String calendarNameOf(String team) {
        return calendarOf(of(team)).name();
    }

    /** When a team works; by the standard calendar where its own is not known any more. */
    public BusinessCalendar calendarOf(Team team) {
        return calendar(team.calendar());
    }

    private BusinessCalendar calendar(String name) {
        return calendars.inForce(name).calendar();
    }

    private Optional<Team> workplace(String login) {
        if (login == null) {
            return Optional.empty();
        }
        List<String> groups = people.groupsOf(login);
        List<Team> all = all();
        Optional<Team> theirs =
                all.stream().filter(team -> groups.contains(team.id())).findFirst();
        if (theirs.isPresent() || !groups.contains(Groups.LEADS)) {
            return theirs;
        }
        List<Team> led = all.stream().filter(team -> isLedBy(team, login)).toList();
        return led.size() == 1 ? Optional.of(led.get(0)) : Optional.empty();
    }

    /** Whether a lead leads this team: by name, or because nobody is named. */
    private static boolean isLedBy(Team team, String lead) {
        return team.leading().isEmpty() || team.leading().contains(lead);
    }
}
