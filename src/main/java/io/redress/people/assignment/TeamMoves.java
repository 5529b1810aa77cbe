package io.redress.people.assignment;

import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Danger;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.Groups;
import io.redress.people.team.Team;
import io.redress.people.team.TeamMatch;
import io.redress.people.team.Teams;
import io.redress.time.clock.Deadlines;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The moves of a case to a team, and what follows from them: owner, tasks and clocks. */
@Component
public class TeamMoves {

    private final Complaints complaints;
    private final Teams teams;
    private final Deadlines deadlines;
    private final OpenWork work;
    private final Timeline timeline;

    TeamMoves(Complaints complaints, Teams teams, Deadlines deadlines, OpenWork work, Timeline timeline) {
        this.complaints = complaints;
        this.teams = teams;
        this.deadlines = deadlines;
        this.work = work;
        this.timeline = timeline;
    }

    /** Gives a case that was just opened to the team that fits; no process runs for it yet. */
    @Transactional
    public Complaint first(Complaint complaint) {
        TeamMatch fit = fit(complaint, null);
        return isSame(complaint, fit) ? complaint : become(complaint, fit);
    }

    /**
     * Gives a case that was brought over from another system to the team it was brought for, or to the one that fits.
     *
     * @param by who named a team for it, {@code null} where nobody did
     */
    @Transactional
    public Complaint brought(Complaint complaint, String by) {
        if (by == null) {
            return first(complaint);
        }
        String team = complaint.team();
        String serving = teams.isTeam(team) ? team : fit(complaint, null).team().id();
        return complaints.change(complaint.number(), changed -> {
            // Whoever serves the customer: a case of people in danger stays with leads, then those of that team.
            boolean withLeads = Groups.LEADS.equals(changed.team()) && changed.danger() == Danger.CERTAIN;
            changed.servedBy(serving, false);
            changed.worksOn(withLeads ? Groups.LEADS : team);
            changed.teamChosenBy(by);
        });
    }

    /**
     * Looks again which team fits, such as for another language; a team that a person chose stays.
     *
     * @param market the country that was delivered to, {@code null} or empty where it is not known
     */
    @Transactional
    public Complaint refit(Complaint complaint, String market) {
        if (complaint.isTeamChosen()) {
            return complaint;
        }
        TeamMatch fit = fit(complaint, market);
        return isSame(complaint, fit) ? complaint : follow(complaint.servingTeam(), become(complaint, fit));
    }

    /**
     * Gives the case to the team that a table names.
     *
     * @param named {@code handlers} for the team that fits, {@code leads} for its leads, else a team's id; a group that
     *     nobody made a team has it as it is, and one that does not exist counts as {@code handlers}
     */
    @Transactional
    public Complaint triaged(Complaint complaint, String named, String market) {
        Optional<Team> team = named.equals(Groups.HANDLERS) ? Optional.empty() : teams.find(named);
        if (team.isPresent() && !complaint.isTeamChosen()) {
            TeamMatch fit = new TeamMatch(team.get(), false);
            return isSame(complaint, fit)
                    ? worksOn(complaint, named)
                    : follow(complaint.servingTeam(), worksOn(become(complaint, fit), named));
        }
        Complaint fitted = refit(complaint, market);
        boolean group = !named.equals(Groups.HANDLERS)
                && team.isEmpty()
                && (named.equals(Groups.LEADS) || !teams.members(named).isEmpty());
        if (group) {
            return worksOn(fitted, named);
        }
        return fitted.isTeamChosen() ? fitted : worksOn(fitted, fitted.servingTeam());
    }

    /**
     * Moves a case by a person's hand, where it then stays.
     *
     * @param team a team's id, or {@code leads} for the leads of the team it belongs to
     * @param by the login of who moves it
     * @throws RefusedInput where there is no such team, or nobody belongs to it
     */
    @Transactional
    public Complaint move(CaseNumber caseNumber, String team, String by, String reason) {
        Complaint before = complaints.get(caseNumber);
        if (!Groups.LEADS.equals(team) && teams.find(team).isEmpty()) {
            throw new RefusedInput("team", "There is no such team.");
        }
        if (teams.members(team).isEmpty()) {
            throw new RefusedInput("team", "Nobody belongs to this team, so that nobody would work on the case.");
        }
        String serving = Groups.LEADS.equals(team) ? before.servingTeam() : team;
        Complaint moved = complaints.change(caseNumber, changed -> {
            // Whoever serves the customer: a case of people in danger stays with leads, then those of that team.
            boolean withLeads = Groups.LEADS.equals(changed.team()) && changed.danger() == Danger.CERTAIN;
            changed.servedBy(serving, false);
            changed.worksOn(withLeads ? Groups.LEADS : team);
            changed.teamChosenBy(by);
            leave(changed);
        });
        timeline.add(
                caseNumber, by, TimelineKind.TEAM_CHANGED, "From %s to %s: %s".formatted(before.team(), team, reason));
        return taken(moved);
    }

    /** Gives the case to whoever else fits, because nobody belongs to its team, whoever chose that. */
    @Transactional
    void leaveEmptyTeam(CaseNumber caseNumber) {
        Complaint complaint = complaints.hold(caseNumber);
        TeamMatch fit = fit(complaint, null);
        if (teams.members(complaint.servingTeam()).isEmpty() && !isSame(complaint, fit)) {
            follow(complaint.servingTeam(), become(complaint, fit));
        }
    }

    private Complaint worksOn(Complaint complaint, String team) {
        return team.equals(complaint.team())
                ? complaint
                : complaints.change(complaint.number(), changed -> changed.worksOn(team));
    }

    private TeamMatch fit(Complaint complaint, String market) {
        return teams.fitting(marketOf(complaint, market), language(complaint.customer()));
    }

    private static boolean isSame(Complaint complaint, TeamMatch fit) {
        return fit.team().id().equals(complaint.servingTeam()) && fit.overflowed() == complaint.isOverflowed();
    }

    private Complaint become(Complaint complaint, TeamMatch fit) {
        Complaint served = complaints.change(complaint.number(), changed -> {
            changed.servedBy(fit.team().id(), fit.overflowed());
            leave(changed);
        });
        if (fit.overflowed()) {
            timeline.engineDid(
                    complaint.number(), TimelineKind.NOBODY_SPEAKS, TeamNotes.nobodySpeaks(served, fit.team()));
        }
        return served;
    }

    private void leave(Complaint changed) {
        if (changed.owner() != null && !teams.mayWorkFor(changed.owner(), changed.servingTeam())) {
            changed.ownedBy(null);
        }
    }

    private Complaint follow(String from, Complaint moved) {
        if (from.equals(moved.servingTeam())) {
            return moved;
        }
        timeline.engineDid(
                moved.number(), TimelineKind.TEAM_CHANGED, "From %s to %s".formatted(from, moved.servingTeam()));
        return taken(moved);
    }

    private Complaint taken(Complaint moved) {
        deadlines.rate(moved);
        work.offer(moved);
        return moved;
    }

    private static String marketOf(Complaint complaint, String market) {
        if (market != null && !market.isEmpty()) {
            return market;
        }
        Locale named = language(complaint.customer());
        return named == null || named.getCountry().isEmpty() ? complaint.phoneRegion() : named.getCountry();
    }

    /** @return {@code null} where the customer did not say */
    static Locale language(Customer customer) {
        return customer.locale() == null || customer.locale().isBlank() ? null : customer.language();
    }
}
