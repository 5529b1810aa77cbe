package io.redress.remedy.authority;

import io.redress.core.input.RefusedInput;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.people.absence.Deputies;
import io.redress.people.team.Teams;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The people who may approve what somebody else asked for: members of the groups that are asked, and their deputies.
 * Nobody approves their own request. Authority that the requester lent, or arranged to be lent, does not count: it
 * would be their own.
 */
@Component
public class Approvers {

    private static final List<String> RANKS = List.of("managers", "leads", "handlers");

    private final People people;
    private final Deputies deputies;
    private final Teams teams;

    Approvers(People people, Deputies deputies, Teams teams) {
        this.people = people;
        this.teams = teams;
        this.deputies = deputies;
    }

    /**
     * The right by which somebody approves.
     *
     * @param authorityOf the approver, or the absent person in whose place a deputy approves
     * @param role the word for that person's rank
     */
    record Standing(String authorityOf, String role) {}

    /** The word for somebody's highest rank: {@code manager}, {@code lead} or, at the least, {@code handler}. */
    String role(String person) {
        List<String> groups = people.groupsOf(person);
        return RANKS.stream()
                .filter(groups::contains)
                .findFirst()
                .map(Approvers::word)
                .orElse("handler");
    }

    /**
     * Every right by which a person may approve, their own first.
     *
     * @throws RefusedInput where there is none
     */
    public List<Standing> standings(String person, Set<String> requesters, Set<String> groups) {
        if (person == null || requesters.contains(person)) {
            throw new RefusedInput("approval", "Nobody approves what they decided themselves; ask another person.");
        }
        List<Standing> standings = new ArrayList<>();
        add(standings, person, groups);
        deputies.activeOf(person).stream()
                .filter(lent -> !requesters.contains(lent.person()) && !requesters.contains(lent.setBy()))
                .forEach(lent -> add(standings, lent.person(), groups));
        if (standings.isEmpty()) {
            throw new RefusedInput(
                    "approval",
                    "Only " + String.join(" or ", groups.stream().sorted().toList())
                            + ", or who stands in for one of them, may approve this.");
        }
        return standings;
    }

    boolean mayApprove(String person, Set<String> requesters, Set<String> groups) {
        try {
            return !standings(person, requesters, groups).isEmpty();
        } catch (RefusedInput notAllowed) {
            return false;
        }
    }

    private void add(List<Standing> standings, String authorityOf, Set<String> groups) {
        List<String> theirs = people.groupsOf(authorityOf);
        boolean asHandler = groups.contains(Groups.HANDLERS) && teams.isHandler(authorityOf);
        if (asHandler || theirs.stream().anyMatch(groups::contains)) {
            standings.add(new Standing(authorityOf, role(authorityOf)));
        }
    }

    private static String word(String group) {
        return group.substring(0, group.length() - 1);
    }
}
