package io.redress.intake;

import io.redress.complaint.Actor;
import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.UnknownCase;
import io.redress.team.Teams;
import io.redress.verification.Identity;
import org.springframework.stereotype.Component;

/** Whose case is whose: staff see every case, a connected system sees those that it registered. */
@Component
public class CaseAccess {

    private final Complaints complaints;
    private final Teams teams;
    private final IntakeProperties properties;
    private final Identity identity;

    CaseAccess(Complaints complaints, Teams teams, IntakeProperties properties, Identity identity) {
        this.complaints = complaints;
        this.teams = teams;
        this.properties = properties;
        this.identity = identity;
    }

    /**
     * The case, if this login may see it.
     *
     * @throws UnknownCase where there is none, and where it is somebody else's
     */
    public Complaint open(String caseNumber, String login) {
        if (!CaseNumber.looksLike(caseNumber)) {
            throw new UnknownCase(caseNumber);
        }
        Complaint complaint = complaints.get(new CaseNumber(caseNumber));
        if (!isStaff(login) && !complaint.client().equals(login)) {
            throw new UnknownCase(caseNumber);
        }
        return complaint;
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
     * Whether this login may know what the order of a case is about: staff and systems that vouch for orders, anybody else
     * once it is certain who complains.
     */
    public boolean mayKnowOrder(Complaint complaint, String login) {
        return isStaff(login) || properties.vouches(login) || identity.isSettled(complaint);
    }

    /** Who speaks where this login passes on what a customer said: staff for the customer, a system is the customer's door. */
    public Actor passingOn(String login) {
        return isStaff(login) ? Actor.forCustomer(login) : Actor.CUSTOMER;
    }

    public boolean isStaff(String login) {
        return teams.isStaff(login);
    }
}
