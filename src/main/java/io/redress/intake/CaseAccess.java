package io.redress.intake;

import io.redress.complaint.Actor;
import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.UnknownCase;
import io.redress.engine.People;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whose case is whose: staff see every case, a connected system sees those that it registered. */
@Component
public class CaseAccess {

    private static final Set<String> STAFF = Set.of("handlers", "leads", "managers", "camunda-admin");

    private final Complaints complaints;
    private final People people;
    private final IntakeProperties properties;

    CaseAccess(Complaints complaints, People people, IntakeProperties properties) {
        this.complaints = complaints;
        this.people = people;
        this.properties = properties;
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

    /** Who speaks where this login passes on what a customer said: staff for the customer, a system is the customer's door. */
    public Actor passingOn(String login) {
        return isStaff(login) ? Actor.forCustomer(login) : Actor.CUSTOMER;
    }

    public boolean isStaff(String login) {
        List<String> groups = people.groupsOf(login);
        return groups.stream().anyMatch(STAFF::contains);
    }
}
