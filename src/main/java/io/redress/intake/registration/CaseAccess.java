package io.redress.intake.registration;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.UnknownCase;
import io.redress.complaint.search.Sight;
import io.redress.complaint.timeline.Actor;
import io.redress.complaint.timeline.Audience;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.people.team.Teams;
import io.redress.people.visibility.Visibility;
import io.redress.people.visibility.VisibleCases;
import io.redress.verification.gathering.Identity;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The access to cases: which of them a login may see, and what it may know of them. */
@Component
public class CaseAccess {

    private final Complaints complaints;
    private final Teams teams;
    private final IntakeProperties properties;
    private final Identity identity;
    private final Visibility visibility;
    private final VisibleCases cases;

    CaseAccess(
            Complaints complaints,
            Teams teams,
            IntakeProperties properties,
            Identity identity,
            Visibility visibility,
            VisibleCases cases) {
        this.complaints = complaints;
        this.teams = teams;
        this.properties = properties;
        this.identity = identity;
        this.visibility = visibility;
        this.cases = cases;
    }

    /**
     * The case, if this login may see it.
     *
     * @throws UnknownCase where there is none, and where it is somebody else's
     */
    public Complaint open(String caseNumber, String login) {
        return cases.open(caseNumber, login);
    }

    /**
     * The case, if this login may say of it what a warehouse knows: staff, and systems that vouch for orders.
     *
     * @throws UnknownCase where there is none, and where it is somebody else's
     */
    public Complaint forWarehouse(String caseNumber, String login) {
        if (properties.vouches(login) && CaseNumber.looksLike(caseNumber)) {
            return complaints.get(new CaseNumber(caseNumber));
        }
        return open(caseNumber, login);
    }

    /**
     * Whether this login may know what the order of a case is about: staff and systems that vouch for orders, anybody
     * else once it is certain who complains.
     */
    public boolean mayKnowOrder(Complaint complaint, String login) {
        return knowsOrders(login) || identity.isSettled(complaint);
    }

    /** Whether this login may know of every case that it sees what its order is about. */
    public boolean knowsOrders(String login) {
        return isStaff(login) || properties.vouches(login);
    }

    /**
     * The actor where this login passes on what a customer said: staff speak for the customer, a system is only the
     * customer's channel.
     */
    public Actor passingOn(String login) {
        return isStaff(login) ? Actor.forCustomer(login) : Actor.CUSTOMER;
    }

    /** Those of these case numbers whose cases a member of staff may see. */
    public Set<String> visible(Collection<String> caseNumbers, String login) {
        return visibility
                .visible(login, caseNumbers.stream().map(CaseNumber::new).toList())
                .stream()
                .map(CaseNumber::value)
                .collect(Collectors.toSet());
    }

    /** Which cases this login may find in a list; {@code null} for a system, which finds its own. */
    public Sight sight(String login) {
        return isStaff(login) ? visibility.of(login) : null;
    }

    /** Text as this login may read it: without the numbers of cases that are kept from them. */
    public String readable(String text, String login) {
        return isStaff(login) ? visibility.masked(text, login) : text;
    }

    /** As whom this login reads what happened in a case. */
    public Audience audience(String login) {
        if (!isStaff(login)) {
            return Audience.SYSTEMS;
        }
        return visibility.leads(login) ? Audience.LEADS : Audience.STAFF;
    }

    public boolean isStaff(String login) {
        return teams.isStaff(login);
    }
}
