package io.redress.insight.casefile;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.Audience;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.conversation.incoming.UnreadMessages;
import io.redress.conversation.letter.MailLanguages;
import io.redress.conversation.outbox.Message;
import io.redress.insight.casefile.CaseFile.CustomerPart;
import io.redress.insight.casefile.CaseFile.FindingPart;
import io.redress.insight.casefile.CaseFile.MessagePart;
import io.redress.insight.casefile.CaseFile.ProposalPart;
import io.redress.insight.casefile.CaseFile.RemedyPart;
import io.redress.insight.casefile.CaseFile.TaskPart;
import io.redress.insight.casefile.CaseFile.TimelinePart;
import io.redress.people.assignment.TeamNotes;
import io.redress.remedy.decision.Decisions;
import io.redress.remedy.goodwill.GoodwillGrants;
import io.redress.remedy.goodwill.GoodwillGrants.Grant;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.time.clock.Deadlines;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.gathering.Identity;
import io.redress.verification.gathering.Verification;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The composer of case files: puts the whole case on one page for the people who work on it. */
@Component
public class CaseFiles {

    /** How much of what has happened a form shows; the API has all of it. */
    private static final int LATEST = 100;

    private final Verification verification;
    private final Identity identity;
    private final Decisions decisions;
    private final RemedyLedger ledger;
    private final GoodwillGrants goodwill;
    private final Deadlines deadlines;
    private final Correspondence correspondence;
    private final UnreadMessages unreadMessages;
    private final MailLanguages languages;
    private final TeamNotes teamNotes;
    private final Timeline timeline;
    private final Clock clock;
    private final ClockParts clockParts;
    private final OrderParts orderParts;
    private final EarlierParts earlierParts;
    private final VerificationParts verificationParts;
    private final DangerParts dangerParts;
    private final PlannedParts planned;
    private final ReturnParts returnParts;
    private final StaffFormat format;

    CaseFiles(
            Verification verification,
            Identity identity,
            Decisions decisions,
            RemedyLedger ledger,
            GoodwillGrants goodwill,
            Deadlines deadlines,
            Correspondence correspondence,
            UnreadMessages unreadMessages,
            MailLanguages languages,
            TeamNotes teamNotes,
            Timeline timeline,
            Clock clock,
            ClockParts clockParts,
            OrderParts orderParts,
            EarlierParts earlierParts,
            VerificationParts verificationParts,
            DangerParts dangerParts,
            PlannedParts planned,
            ReturnParts returnParts,
            StaffFormat format) {
        this.verification = verification;
        this.identity = identity;
        this.decisions = decisions;
        this.ledger = ledger;
        this.goodwill = goodwill;
        this.deadlines = deadlines;
        this.correspondence = correspondence;
        this.unreadMessages = unreadMessages;
        this.languages = languages;
        this.teamNotes = teamNotes;
        this.timeline = timeline;
        this.clock = clock;
        this.clockParts = clockParts;
        this.orderParts = orderParts;
        this.earlierParts = earlierParts;
        this.verificationParts = verificationParts;
        this.dangerParts = dangerParts;
        this.planned = planned;
        this.returnParts = returnParts;
        this.format = format;
    }

    /** The case as it stands now, with what one task is about. */
    public CaseFile of(Complaint complaint, TaskPart task) {
        Optional<Evidence> evidence = verification.evidence(complaint.number());
        return new CaseFile(
                complaint.number().value(),
                StaffFormat.label(complaint.status()),
                StaffFormat.label(complaint.channel()),
                StaffFormat.label(complaint.claim(), "No claim named"),
                format.time(complaint.receivedAt()),
                due(complaint),
                StaffFormat.label(complaint.severity(), "Not rated yet"),
                complaint.round(),
                complaint.owner() == null ? "Nobody yet" : complaint.owner(),
                StaffFormat.orEmpty(complaint.subject()),
                complaint.desiredRemedy() == null
                        ? complaint.description()
                        : complaint.description() + "\n\nWanted: " + complaint.desiredRemedy(),
                Stream.concat(languages.note(complaint).stream(), teamNotes.of(complaint).stream())
                        .collect(Collectors.joining("\n")),
                customer(complaint),
                evidence.flatMap(orderParts::of).orElse(null),
                findings(complaint),
                proposal(complaint),
                remedies(complaint, evidence),
                returnParts.onTheWay(complaint),
                returnParts.waysBack(complaint),
                returnParts.awaited(complaint),
                clockParts.of(complaint),
                conversation(complaint),
                earlierParts.of(complaint),
                timeline(complaint),
                format.time(clock.instant()),
                format.zone(),
                task,
                verificationParts.of(complaint).orElse(null),
                dangerParts.of(complaint).orElse(null));
    }

    private String due(Complaint complaint) {
        return deadlines.waitsForCustomer(complaint.number())
                ? "Waiting for the customer’s answer"
                : format.time(deadlines.actBy(complaint));
    }

    private CustomerPart customer(Complaint complaint) {
        var customer = complaint.customer();
        return new CustomerPart(
                StaffFormat.orEmpty(customer.name()),
                StaffFormat.orEmpty(customer.email()),
                StaffFormat.orEmpty(customer.phone()),
                StaffFormat.language(customer.locale()),
                StaffFormat.label(complaint.complainantRole()),
                identity.inWords(complaint));
    }

    private List<FindingPart> findings(Complaint complaint) {
        return verification.findings(complaint.number()).stream()
                .map(finding -> new FindingPart(
                        StaffFormat.label(finding.subject()), StaffFormat.label(finding.verdict()), finding.text()))
                .toList();
    }

    private ProposalPart proposal(Complaint complaint) {
        return decisions
                .latest(complaint)
                .map(decision -> new ProposalPart(
                        StaffFormat.label(decision.outcome()),
                        StaffFormat.label(decision.basis()),
                        StaffFormat.orEmpty(decision.reason())))
                .orElse(null);
    }

    private List<RemedyPart> remedies(Complaint complaint, Optional<Evidence> evidence) {
        return ledger.of(complaint.number()).stream()
                .map(remedy -> new RemedyPart(
                        StaffFormat.label(remedy.kind()),
                        remedy.currency() == null || remedy.amount().signum() == 0
                                ? ""
                                : StaffFormat.amount(remedy.money()),
                        StaffFormat.label(remedy.status()),
                        planned.of(remedy, evidence).orElseGet(() -> remedyText(remedy))))
                .toList();
    }

    private String remedyText(Remedy remedy) {
        if (remedy.failure() != null) {
            return remedy.failure();
        }
        if (remedy.kind() == RemedyKind.GOODWILL) {
            return goodwillText(goodwill.of(remedy));
        }
        return remedy.trackingCode() != null
                ? "Parcel " + remedy.trackingCode()
                : StaffFormat.orEmpty(remedy.providerReference());
    }

    private String goodwillText(Grant grant) {
        String text = StaffFormat.label(grant.type());
        if (grant.months() != null) {
            text += ", " + grant.months() + " months";
        }
        if (grant.code() != null) {
            text += " " + grant.code();
        }
        return grant.expiresAt() == null ? text : text + ", valid until " + format.time(grant.expiresAt());
    }

    private List<MessagePart> conversation(Complaint complaint) {
        Set<UUID> unread =
                unreadMessages.of(complaint.number()).stream().map(Message::id).collect(Collectors.toSet());
        return correspondence.conversation(complaint.number()).stream()
                .map(message -> new MessagePart(
                        format.time(message.createdAt()),
                        StaffFormat.speaker(message),
                        StaffFormat.label(message.kind()),
                        message.words(),
                        unread.contains(message.id())))
                .toList();
    }

    private List<TimelinePart> timeline(Complaint complaint) {
        return timeline.latest(complaint.number(), Audience.STAFF, 0, LATEST).stream()
                .map((TimelineEntry entry) ->
                        new TimelinePart(format.time(entry.at()), StaffFormat.actor(entry), StaffFormat.event(entry)))
                .toList();
    }
}
