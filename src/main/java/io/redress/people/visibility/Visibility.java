package io.redress.people.visibility;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.search.ContactKeys;
import io.redress.complaint.search.Sight;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import io.redress.people.team.Teams;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The only answer to the question who may see a case. Nobody sees a case that accuses them, whatever group they are in,
 * nor one in which they are the customer; where nobody is named yet, only those see it who lead. Apart from that people
 * see the cases of their teams, and those in which they have work of their own.
 */
@Component
public class Visibility {

    private static final Set<String> LEADING = Set.of(Groups.LEADS, Groups.MANAGERS, Groups.ADMINISTRATORS);

    /** Who watches over a case that its own people must not see, the nearest first. */
    private static final List<String> WATCHERS = List.of(Groups.LEADS, Groups.MANAGERS, Groups.ADMINISTRATORS);

    private final ShieldRows shields;
    private final Complaints complaints;
    private final ContactKeys contacts;
    private final Teams teams;
    private final People people;
    private final PersonalWork work;

    Visibility(
            ShieldRows shields,
            Complaints complaints,
            ContactKeys contacts,
            Teams teams,
            People people,
            PersonalWork work) {
        this.shields = shields;
        this.complaints = complaints;
        this.contacts = contacts;
        this.teams = teams;
        this.people = people;
        this.work = work;
    }

    /** The cases that a member of staff sees; not meant for a login that is not staff. */
    public Sight of(String login) {
        return sight(login, work::casesOf);
    }

    /** @param personal asked only of somebody who does not see every team */
    private Sight sight(String login, Function<String, Set<String>> personal) {
        Optional<Set<String>> seen = teams.seenBy(login);
        return new Sight(login, keptFrom(login), seen, seen.isEmpty() ? Set.of() : personal.apply(login));
    }

    private Set<String> keptFrom(String login) {
        Set<String> hidden = new LinkedHashSet<>(shields.hiddenFrom(login, leads(login)));
        people.find(login)
                .map(Person::email)
                .map(contacts::mailbox)
                .ifPresent(mailbox -> hidden.addAll(shields.casesOfCustomer(mailbox)));
        return hidden;
    }

    /** Whether a member of staff may see the case; nobody sees one that does not exist. */
    public boolean maySee(String login, CaseNumber caseNumber) {
        return login != null
                && caseNumber != null
                && visible(login, List.of(caseNumber)).contains(caseNumber);
    }

    /** Those of these cases that exist and that a member of staff may see. */
    public Set<CaseNumber> visible(String login, Collection<CaseNumber> cases) {
        List<String> numbers = cases.stream().map(CaseNumber::value).toList();
        Sight sight = sight(login, somebody -> work.amongst(numbers, somebody));
        return complaints.heads(cases).values().stream()
                .filter(sight::sees)
                .map(head -> head.number())
                .collect(Collectors.toSet());
    }

    /** Those of these people who may see the case, in their order. */
    public List<Person> amongst(Collection<Person> some, CaseNumber caseNumber) {
        return some.stream().filter(person -> maySee(person.id(), caseNumber)).toList();
    }

    /** Whether the case is kept from this person for good, whatever their team: it accuses them, or is their own. */
    public boolean isKept(String login, CaseNumber caseNumber) {
        return keptFrom(login).contains(caseNumber.value());
    }

    /** Those of these cases that are shielded from somebody. */
    public Set<CaseNumber> shieldedAmong(Collection<CaseNumber> cases) {
        return shields.shieldedAmong(cases);
    }

    public boolean isShielded(CaseNumber caseNumber) {
        return !shields.shieldedAmong(List.of(caseNumber)).isEmpty();
    }

    /**
     * Who watches over a case that its own people must not see: its team's leads and all others who may, else managers,
     * else administrators. Empty where the case accuses all of them.
     */
    public List<Person> watchersOf(CaseNumber caseNumber) {
        Stream<Person> own = Optional.ofNullable(
                        complaints.heads(List.of(caseNumber)).get(caseNumber))
                .stream()
                .flatMap(head -> teams.leadsOf(head.servingTeam()).stream());
        List<Person> leads = amongst(
                Stream.concat(own, people.group(Groups.LEADS).stream())
                        .distinct()
                        .toList(),
                caseNumber);
        if (!leads.isEmpty()) {
            return leads;
        }
        return WATCHERS.stream()
                .skip(1)
                .map(group -> amongst(people.group(group), caseNumber))
                .filter(group -> !group.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * The groups whose members may take the tasks of a shielded case, each with somebody in it who may see the case.
     */
    public List<String> watchingGroups(CaseNumber caseNumber) {
        return WATCHERS.stream()
                .filter(group -> !amongst(people.group(group), caseNumber).isEmpty())
                .limit(1)
                .toList();
    }

    /** Text without the numbers of the cases that somebody must not know of. */
    public String masked(String text, String login) {
        List<CaseNumber> named = text == null ? List.of() : CaseNumber.allIn(text);
        if (named.isEmpty()) {
            return text;
        }
        Set<CaseNumber> visible = visible(login, named);
        String masked = text;
        for (CaseNumber number : named) {
            if (!visible.contains(number)) {
                masked = masked.replace(number.value(), "C-…");
            }
        }
        return masked;
    }

    /** Whether this login answers for how others work on cases. */
    public boolean leads(String login) {
        return people.groupsOf(login).stream().anyMatch(LEADING::contains);
    }
}
