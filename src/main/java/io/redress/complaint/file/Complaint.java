package io.redress.complaint.file;

import io.redress.complaint.customer.ComplainantRole;
import io.redress.complaint.customer.Customer;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The case file of one complaint: what was said, by whom, and where the case stands. The diagram decides when something
 * happens, this aggregate decides whether it may: where a case stands is changed by {@link StatusStep}s alone.
 */
@Table("complaint")
public class Complaint {

    private static final Set<Status> ENDED = Set.of(Status.CLOSED, Status.WITHDRAWN);

    @Id
    private final String caseNumber;

    @Version
    private Integer version;

    private final Channel channel;
    private Claim claim;
    private final ComplainantRole complainantRole;
    private final String client;
    private final boolean vouched;
    private final String externalId;

    @Embedded.Nullable
    private Customer customer;

    private String customerMailbox;
    private String customerDialling;
    private String phoneRegion;

    private String orderNumber;
    private final String paymentReference;
    private final String trackingCode;
    private final String vouchedOrder;

    private AffectedItems affectedItems;

    private final String subject;
    private final String description;
    private final String desiredRemedy;
    private final Instant receivedAt;
    private final Instant createdAt;

    private String importedFrom;
    private Instant acknowledgedBefore;
    private String identifiedBy;
    private String orderFoundBy;
    private boolean contactReplaced;
    private int linkGeneration;
    private int linksOpenFrom;
    private int linksTrustedFrom;
    private Status status;
    private Outcome outcome;
    private Cause cause;
    private Severity severity;
    private Danger danger;
    private boolean dangerOpen;

    /** Computed by the database; lists are sorted by it. */
    @ReadOnlyProperty
    private int dangerRank;

    private String customerTier;
    private int priority;
    private String team;
    private String servingTeam;
    private String teamChosenBy;
    private boolean overflowed;
    private String owner;
    private int round;
    private boolean questionOpen;
    private Instant withdrawalRequestedAt;
    private Instant closedAt;

    @PersistenceCreator
    Complaint(
            String caseNumber,
            Integer version,
            Channel channel,
            Claim claim,
            ComplainantRole complainantRole,
            String client,
            boolean vouched,
            String externalId,
            Customer customer,
            String orderNumber,
            String paymentReference,
            String trackingCode,
            String vouchedOrder,
            AffectedItems affectedItems,
            String subject,
            String description,
            String desiredRemedy,
            Instant receivedAt,
            Instant createdAt) {
        this.caseNumber = caseNumber;
        this.version = version;
        this.channel = channel;
        this.claim = claim;
        this.complainantRole = complainantRole;
        this.client = client;
        this.vouched = vouched;
        this.externalId = externalId;
        this.customer = customer;
        this.orderNumber = orderNumber;
        this.paymentReference = paymentReference;
        this.trackingCode = trackingCode;
        this.vouchedOrder = vouchedOrder;
        this.affectedItems = affectedItems;
        this.subject = subject;
        this.description = description;
        this.desiredRemedy = desiredRemedy;
        this.receivedAt = receivedAt;
        this.createdAt = createdAt;
        this.status = Status.RECEIVED;
        this.danger = Danger.NONE;
        this.priority = 50;
        this.team = "handlers";
        this.servingTeam = "handlers";
        this.round = 1;
    }

    /** Opens a case file. */
    static Complaint open(CaseNumber number, Filing filing, Instant now) {
        return new Complaint(
                number.value(),
                null,
                filing.channel(),
                filing.claim(),
                filing.complainantRole(),
                filing.client(),
                filing.vouched(),
                filing.externalId(),
                filing.customer(),
                filing.orderNumber(),
                filing.paymentReference(),
                filing.trackingCode(),
                filing.vouchedOrder(),
                new AffectedItems(filing.affectedItems()),
                filing.subject(),
                filing.description(),
                filing.desiredRemedy(),
                asKept(filing.receivedAt() == null ? now : filing.receivedAt()),
                asKept(now));
    }

    /** As the database keeps it, so that the first answer says the same as every later one. */
    private static Instant asKept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Notes that another system had the case before.
     *
     * @param from what that system is called
     * @param acknowledgedAt when the customer heard from it that the complaint had arrived, {@code null} if never
     * @param owner who works on it already, {@code null} for nobody
     * @param team {@code null} for the team that every case begins with
     * @param priority from 0 to 100, {@code null} for the ordinary one
     */
    public void imported(String from, Instant acknowledgedAt, String owner, String team, Integer priority) {
        this.importedFrom = from;
        this.acknowledgedBefore = acknowledgedAt;
        this.owner = owner;
        this.team = team == null ? this.team : team;
        this.priority = priority == null ? this.priority : priority;
    }

    /** Notes that the customer heard already, from who registered it, that the complaint has arrived. */
    public void acknowledgedAtOnce(Instant at) {
        acknowledgedBefore = at;
    }

    /** Notes in which country's way the customer writes phone numbers, once that is known; as in ISO 3166-1. */
    public void phonesFrom(String region) {
        phoneRegion = region;
    }

    /** Notes by what the customer's contacts are found again, however they are spelled; {@code null} where not read. */
    public void foundBy(String mailbox, String dialling) {
        customerMailbox = mailbox;
        customerDialling = dialling;
    }

    /**
     * Notes how the complaint was triaged.
     *
     * @param customerTier the shop's word for how important the customer is, {@code null} where it has none
     */
    public void triaged(Severity severity, int priority, String team, String customerTier) {
        take(StatusStep.TRIAGE);
        this.severity = severity;
        this.customerTier = customerTier;
        this.priority = priority;
        this.team = team;
    }

    /** Notes how urgent the case is by what was learned since it was triaged; its status does not change. */
    public void rated(Severity severity, int priority) {
        this.severity = severity;
        this.priority = priority;
    }

    /**
     * Notes which team serves the customer; where the case lies with a team, it moves along.
     *
     * @param overflowed whether that team has it only because nobody speaks the customer's language
     */
    public void servedBy(String team, boolean overflowed) {
        if (this.team.equals(servingTeam)) {
            this.team = team;
        }
        servingTeam = team;
        this.overflowed = overflowed;
    }

    /** Notes which group works on it now: the team that serves it, or another such as {@code leads}. */
    public void worksOn(String group) {
        team = group;
    }

    /** Notes that a person chose the team, where the case then stays. */
    public void teamChosenBy(String person) {
        teamChosenBy = person;
    }

    /** Notes that people may be, or are, hurt or in danger; less than is known already changes nothing. */
    public void endanger(Danger found) {
        danger = danger.or(found);
        dangerOpen |= found != Danger.NONE;
    }

    /** Notes that somebody has taken the danger on; possible danger stays open until a person has said which it is. */
    public void dangerClaimed() {
        dangerOpen = danger == Danger.POSSIBLE;
    }

    /** Notes that whoever had taken the danger on has given it back. */
    public void dangerPutBack() {
        dangerOpen = danger != Danger.NONE;
    }

    /** Notes what a person found out about danger to people, which counts from then on. */
    public void dangerIs(Danger found) {
        danger = found;
        dangerOpen = found != Danger.NONE;
    }

    /** Raises the priority to at least this; it is never lowered by it. */
    public void raisePriority(int atLeast) {
        priority = Math.max(priority, atLeast);
    }

    /** Notes who answers for the case; {@code null} while nobody does. */
    public void ownedBy(String userId) {
        owner = userId;
    }

    /**
     * Notes what a person found out: whose order it is about and what of it.
     *
     * @param orderNumber {@code null} where the complaint named the right one
     * @param affected empty where the complaint said it well enough
     */
    public void identified(String person, String orderNumber, List<AffectedItem> affected) {
        identifiedBy = person;
        if (orderNumber != null && !orderNumber.equals(this.orderNumber)) {
            this.orderNumber = orderNumber;
            this.orderFoundBy = person;
        }
        if (!affected.isEmpty()) {
            affectedItems = new AffectedItems(affected);
        }
    }

    /** Notes what of the order it is about, as a person chose it. */
    public void affects(List<AffectedItem> chosen) {
        affectedItems = new AffectedItems(chosen);
    }

    /** Notes what went wrong, as a person found out. */
    public void isAbout(Claim found) {
        claim = found;
    }

    /**
     * Corrects what is known of the customer. A contact that was replaced is nobody's yet: its first sender does not
     * vouch for it.
     *
     * @param contradicting whether a contact among it is another than the order's, so that nobody's confirmation covers
     *     it
     */
    public void corrected(Customer corrected, boolean contradicting) {
        contactReplaced |= !corrected.hasContactsOf(customer);
        customer = corrected;
        if (contradicting) {
            identifiedBy = null;
        }
    }

    /** Notes that a person has checked that the contacts are those of the order's customer. */
    public void confirmedBy(String person) {
        identifiedBy = person;
    }

    /** Revokes every link to the customer's page that was given out so far. */
    public void endLinks() {
        linkGeneration++;
        linksOpenFrom = linkGeneration;
        linksTrustedFrom = linkGeneration;
    }

    /**
     * Keeps the order from showing at every link to the customer's page that was given out so far, whatever is found
     * out.
     */
    public void distrustLinks() {
        linkGeneration++;
        linksTrustedFrom = linkGeneration;
    }

    /** Notes a question to the customer; what they write from now on is the answer, also before it has reached them. */
    public void questionAsked() {
        questionOpen = true;
    }

    /** Notes that the customer has the question, so that only they can go on. */
    public void questionReached() {
        take(StatusStep.ASK);
    }

    /** Notes that no question waits for an answer any more. */
    public void questionSettled() {
        take(StatusStep.SETTLE_QUESTION);
        questionOpen = false;
    }

    /** Notes what was found: how the complaint is judged, and where it came from ({@code null} where not known). */
    public void judged(Outcome outcome, Cause cause) {
        this.outcome = outcome;
        this.cause = cause;
    }

    /** Discards a judgement that another person did not agree with; the case is looked at again. */
    public void judgementRefused() {
        if (take(StatusStep.JUDGE_AGAIN)) {
            outcome = null;
        }
    }

    /** Notes that another person is asked to approve what is to be given. */
    public void approvalNeeded() {
        take(StatusStep.ASK_APPROVAL);
    }

    /** Notes that what is decided and approved is being carried out. */
    public void makesGood() {
        take(StatusStep.MAKE_GOOD);
    }

    /** @throws RefusedTransition where the customer may not be told a decision now, such as while they are asked */
    public void requireExplainable() {
        StatusStep.EXPLAIN.after(status, number());
    }

    /** Notes that the customer knows the decision. */
    public void explained() {
        take(StatusStep.EXPLAIN);
    }

    /** Notes that the customer takes the complaint back; repeating it changes nothing. */
    public void withdrawalRequested(Instant now) {
        if (withdrawalRequestedAt == null) {
            withdrawalRequestedAt = now;
        }
    }

    /** Ends the case as taken back; repeating it changes nothing. */
    public void withdraw(Instant now) {
        if (take(StatusStep.WITHDRAW)) {
            outcome = Outcome.WITHDRAWN;
            closedAt = now;
        }
    }

    /** Ends the case; one that was withdrawn stays so. */
    public void close(Instant now) {
        if (take(StatusStep.CLOSE)) {
            closedAt = now;
        }
    }

    /**
     * Opens the next round, because the customer was not content or came back to it; the owner of the last one is let
     * go. That the complaint was taken back or closed before no longer counts.
     */
    public void reopen() {
        take(StatusStep.REOPEN);
        round++;
        owner = null;
        questionOpen = false;
        outcome = null;
        withdrawalRequestedAt = null;
        closedAt = null;
        raisePriority(80);
    }

    /** Whether the next round may be opened: not before the customer could know what this one brought. */
    public boolean mayReopen() {
        return StatusStep.REOPEN.isAllowedIn(status);
    }

    /**
     * Takes a step that the table of transitions allows.
     *
     * @return whether it counts; not where it comes too late to change anything
     * @throws RefusedTransition where it is not allowed, before anything has changed
     */
    private boolean take(StatusStep step) {
        boolean counts = !step.isUnchangedIn(status);
        status = step.after(status, number());
        return counts;
    }

    public boolean hasEnded() {
        return ENDED.contains(status);
    }

    public boolean isWithdrawalRequested() {
        return withdrawalRequestedAt != null;
    }

    public CaseHead head() {
        return new CaseHead(number(), round, priority, team, servingTeam, owner, isImported(), createdAt);
    }

    public CaseNumber number() {
        return new CaseNumber(caseNumber);
    }

    public Channel channel() {
        return channel;
    }

    /** What went wrong, as the complainant says or a person found out; {@code null} where neither did. */
    public Claim claim() {
        return claim;
    }

    public ComplainantRole complainantRole() {
        return complainantRole;
    }

    /** The login that registered the complaint. */
    public String client() {
        return client;
    }

    /** Whether whoever registered it vouches for the order and for the customer being its buyer. */
    public boolean isVouched() {
        return vouched;
    }

    /** Whether we opened it ourselves, because of what a carrier told us; nobody said what stands in it. */
    public boolean isOurOwn() {
        return TimelineEntry.ENGINE.equals(client);
    }

    /**
     * Whether whoever registered it vouches for the contacts that the customer has now; for a case that we open
     * ourselves we do, since we take them from the order.
     */
    public boolean isCustomerVouched() {
        return (vouched || isOurOwn()) && !contactReplaced;
    }

    /** Whether a person found that the complainant is the order's customer. */
    public boolean isIdentified() {
        return identifiedBy != null;
    }

    /** Whether another system had it before, so that what was done there is not in our books. */
    public boolean isImported() {
        return importedFrom != null;
    }

    /** When another system had acknowledged it before it was imported; {@code null} where nobody had. */
    public Instant acknowledgedBefore() {
        return acknowledgedBefore;
    }

    public String externalId() {
        return externalId;
    }

    public Customer customer() {
        return customer;
    }

    /** In which country's way the customer writes phone numbers; {@code null} where that is not known. */
    public String phoneRegion() {
        return phoneRegion;
    }

    public String orderNumber() {
        return orderNumber;
    }

    /**
     * The order that the complainant named themselves; {@code null} where they named none, or a person found another.
     */
    public String namedOrderNumber() {
        return orderFoundBy == null ? orderNumber : null;
    }

    public String paymentReference() {
        return paymentReference;
    }

    public String trackingCode() {
        return trackingCode;
    }

    /** The facts of the order as sent by a client that vouches for them, as JSON; {@code null} otherwise. */
    public String vouchedOrder() {
        return vouchedOrder;
    }

    public List<AffectedItem> affectedItems() {
        return affectedItems.list();
    }

    public String subject() {
        return subject;
    }

    public String description() {
        return description;
    }

    public String desiredRemedy() {
        return desiredRemedy;
    }

    /** When the complaint reached us by any channel; may lie before {@link #createdAt()}. */
    public Instant receivedAt() {
        return receivedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Status status() {
        return status;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Cause cause() {
        return cause;
    }

    public Severity severity() {
        return severity;
    }

    /** Whether people may be, or are, hurt or in danger. */
    public Danger danger() {
        return danger;
    }

    /** Whether nobody has taken the danger on yet, or said which it is. */
    public boolean isDangerOpen() {
        return dangerOpen;
    }

    /** The shop's word for how important the customer is; {@code null} where it has none or nobody asked yet. */
    public String customerTier() {
        return customerTier;
    }

    /** From 0 to 100, higher is more urgent; also the priority of the case's tasks. */
    public int priority() {
        return priority;
    }

    /** The group whose members handle the case. */
    public String team() {
        return team;
    }

    /** The team that serves the customer: always a team's id, also while the case lies with {@code leads}. */
    public String servingTeam() {
        return servingTeam;
    }

    /** The group that works on it and the team that serves it; one where they are the same. */
    public List<String> teams() {
        return team.equals(servingTeam) ? List.of(team) : List.of(team, servingTeam);
    }

    /** Whether a person chose the team, so that no table moves the case any more. */
    public boolean isTeamChosen() {
        return teamChosenBy != null;
    }

    /** Whether its team has it only because nobody speaks the customer's language. */
    public boolean isOverflowed() {
        return overflowed;
    }

    public String owner() {
        return owner;
    }

    /**
     * The generation of links to the customer's page that is given out now; one more each time they were revoked or
     * distrusted.
     */
    public int linkGeneration() {
        return linkGeneration;
    }

    /** The first generation of links whose page may show the order. */
    public int linksTrustedFrom() {
        return linksTrustedFrom;
    }

    /** 1 until the customer was not content with the result, then one more each time the case is reopened. */
    public int round() {
        return round;
    }

    public boolean isQuestionOpen() {
        return questionOpen;
    }

    /** Whether a question has reached the customer, and only they can go on. */
    public boolean isWaitingForCustomer() {
        return questionOpen && status == Status.WAITING_FOR_CUSTOMER;
    }

    public Instant closedAt() {
        return closedAt;
    }
}
