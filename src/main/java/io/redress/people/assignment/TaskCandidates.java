package io.redress.people.assignment;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Danger;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import io.redress.core.staff.StandIns;
import io.redress.people.team.Teams;
import io.redress.people.visibility.Visibility;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The candidates for the tasks of a case: its team and its team's leads, and of them nobody who had the case when it
 * failed, as long as somebody else is there.
 */
@Component
public class TaskCandidates {

    /** What stands for the group that works on the case, such as {@code ${team}} does in a diagram. */
    public static final String TEAM = "team";

    private final Teams teams;
    private final FormerHolders former;
    private final People people;
    private final ObjectProvider<StandIns> standIns;
    private final Visibility visibility;

    TaskCandidates(
            Teams teams,
            FormerHolders former,
            People people,
            ObjectProvider<StandIns> standIns,
            Visibility visibility) {
        this.teams = teams;
        this.former = former;
        this.people = people;
        this.standIns = standIns;
        this.visibility = visibility;
    }

    /** Candidates of a task: groups as a whole, and people one by one; never both of the same. */
    public record Offer(Set<String> groups, Set<String> users) {}

    /**
     * To whom a task goes.
     *
     * @param groups as a diagram names them: {@code handlers} for the team that serves the case, {@code leads} for its
     *     leads, {@value #TEAM} for whichever of them works on it now; any other is meant as it is
     * @param freshEyes whether it is to be done by somebody who did not have the case before
     */
    public Offer of(Complaint complaint, Collection<String> groups, boolean freshEyes) {
        Set<String> real = new TreeSet<>();
        Set<String> users = new TreeSet<>();
        for (String named : groups) {
            String group = named.equals(TEAM) ? complaint.team() : named;
            if (group.equals(Groups.HANDLERS)) {
                real.add(complaint.servingTeam());
            } else if (group.equals(Groups.LEADS)) {
                offerToLeads(complaint, real, users);
            } else {
                real.add(group);
            }
        }
        if (freshEyes && complaint.danger() == Danger.CERTAIN) {
            // Whoever is called at night finds a task that can be claimed, whatever the case stands at.
            offerToLeads(complaint, real, users);
        }
        Offer all = new Offer(real, users);
        return freshEyes ? withoutFormer(complaint, all) : all;
    }

    /** All leads as a group, unless some of them do not see the team's cases and at least two do. */
    private void offerToLeads(Complaint complaint, Set<String> groups, Set<String> users) {
        List<Person> seeing = teams.leadsWhoSee(complaint.servingTeam());
        if (seeing.size() < 2 || seeing.size() == people.group(Groups.LEADS).size()) {
            groups.add(Groups.LEADS);
        } else {
            seeing.forEach(lead -> users.add(lead.id()));
        }
    }

    private Offer withoutFormer(Complaint complaint, Offer all) {
        Set<String> before = former.of(complaint);
        Set<String> candidates = everybody(all);
        if (before.stream().noneMatch(candidates::contains)) {
            return all;
        }
        Set<String> others = others(complaint, candidates, before);
        return others.isEmpty() ? all : new Offer(Set.of(), others);
    }

    /** Of the candidates those who did not have it; where none of them is there, the leads who did not; else nobody. */
    private Set<String> others(Complaint complaint, Set<String> candidates, Set<String> before) {
        Set<String> others = without(candidates.stream(), complaint, before);
        if (others.stream().anyMatch(this::isThere)) {
            return others;
        }
        Set<String> leads =
                without(teams.leadsWhoSee(complaint.servingTeam()).stream().map(Person::id), complaint, before);
        if (leads.stream().anyMatch(this::isThere)) {
            leads.addAll(others);
            return leads;
        }
        return Set.of();
    }

    /** Who could do the case's work in place of those who had it before; empty where nobody is there. */
    public Set<String> othersFor(Complaint complaint) {
        return others(complaint, workersOn(complaint), former.of(complaint)).stream()
                .filter(this::isThere)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether somebody had the case before and is not to have it again, since others are there. */
    public boolean isPassedOver(Complaint complaint, String login) {
        return login != null
                && former.of(complaint).contains(login)
                && !othersFor(complaint).isEmpty();
    }

    /** Who had the case before although nobody else is there to take it; empty where somebody is, or nobody had it. */
    public Set<String> hadItBefore(Complaint complaint) {
        Set<String> before = former.of(complaint);
        before.retainAll(workersOn(complaint));
        return before.isEmpty() || !othersFor(complaint).isEmpty() ? Set.of() : before;
    }

    private Set<String> workersOn(Complaint complaint) {
        return teams.members(complaint.team()).stream().map(Person::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> everybody(Offer offer) {
        return Stream.concat(
                        offer.users().stream(),
                        offer.groups().stream()
                                .flatMap(group -> people.group(group).stream())
                                .map(Person::id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> without(Stream<String> all, Complaint complaint, Set<String> some) {
        return all.filter(one -> !some.contains(one) && maySee(one, complaint))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean maySee(String login, Complaint complaint) {
        return !visibility.isKept(login, complaint.number());
    }

    private boolean isThere(String login) {
        return !standIns.getObject().isAway(login);
    }
}
