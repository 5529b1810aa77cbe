package io.redress.conversation.letter;

import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Danger;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.conversation.letter.Letter.Body;
import io.redress.core.staff.People;
import io.redress.core.text.TextDirection;
import io.redress.core.text.Words;
import io.redress.remedy.decision.Decision;
import io.redress.remedy.returns.GoodsReturn;
import io.redress.remedy.returns.ReturnOutcomes.Outcome;
import io.redress.time.promise.HoldingPromise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Composes what is said to customers, in their language. */
@Component
public class Letters {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Zs}.,'’·-]{0,79}");

    private final Readers readers;
    private final Texts texts;
    private final RemedyWords remedies;
    private final KnownReasons reasons;
    private final LetterPromises promises;
    private final LegalParts legal;
    private final People people;
    private final LetterForm form;

    Letters(
            Readers readers,
            Texts texts,
            RemedyWords remedies,
            KnownReasons reasons,
            LetterPromises promises,
            LegalParts legal,
            People people,
            LetterForm form) {
        this.readers = readers;
        this.texts = texts;
        this.remedies = remedies;
        this.reasons = reasons;
        this.promises = promises;
        this.legal = legal;
        this.people = people;
        this.form = form;
    }

    public Letter.Rendered acknowledgement(Complaint complaint) {
        Reader reader = readers.of(complaint);
        if (complaint.danger() == Danger.CERTAIN) {
            return acknowledgedDanger(complaint, reader);
        }
        // What a carrier reports was no complaint of the customer's, who perhaps does not know of it yet.
        boolean reported = complaint.channel() == Channel.CARRIER && reader.knowsOrder();
        String kind = reported ? "carrier_report" : "acknowledgement";
        Body body = new Body()
                .say(text(reader, kind + ".arrived", complaint.number().value()));
        List<Fact> kept = promises.of(complaint, reader);
        if (kept.isEmpty()) {
            // A complaint that reached us long ago: nothing is promised that is over already.
            body.say(text(reader, "acknowledgement.late"));
        } else {
            body.say(text(reader, kind + ".next")).list(kept);
        }
        if (complaint.danger() == Danger.POSSIBLE) {
            body.say(text(reader, "acknowledgement.danger"));
        }
        legal.of(complaint, MessageKind.ACKNOWLEDGEMENT, reader).forEach(body::say);
        return letter(complaint, reader, kind, body, TimelineEntry.ENGINE);
    }

    /** To whoever tells that somebody is hurt or in danger: help first, then what to keep, then who calls. */
    private Letter.Rendered acknowledgedDanger(Complaint complaint, Reader reader) {
        String kind = "acknowledgement_danger";
        Body body = new Body()
                .say(text(reader, kind + ".arrived", complaint.number().value()))
                .say(text(reader, kind + ".emergency"))
                .say(text(reader, kind + ".keep"))
                .say(text(reader, kind + ".next"));
        List<Fact> kept = promises.of(complaint, reader);
        if (!kept.isEmpty()) {
            body.say(text(reader, kind + ".promise")).list(kept);
        }
        legal.of(complaint, MessageKind.ACKNOWLEDGEMENT, reader).forEach(body::say);
        return letter(complaint, reader, kind, body, TimelineEntry.ENGINE);
    }

    /** @param wroteAfterEnd whether the customer came back to it by themselves, rather than when we asked */
    public Letter.Rendered reopened(Complaint complaint, boolean wroteAfterEnd) {
        Reader reader = readers.of(complaint);
        Body body = new Body()
                .say(text(reader, wroteAfterEnd ? "reopened.wrote" : "reopened.sorry"))
                .say(text(reader, "reopened.next"))
                .list(promises.of(complaint, reader));
        return letter(complaint, reader, MessageKind.REOPENED, body, TimelineEntry.ENGINE);
    }

    public Letter.Rendered holding(Complaint complaint, HoldingPromise promise) {
        Reader reader = readers.of(complaint);
        Fact until = new Fact(text(reader, "promise.holding"), reader.moment(promise.until()));
        Body body = new Body()
                .say(text(reader, whyHolding(complaint, promise)))
                .list(List.of(until))
                .say(text(reader, "holding.next"));
        String kind = complaint.danger() == Danger.CERTAIN ? "holding_danger" : "holding";
        return letter(complaint, reader, kind, body, TimelineEntry.ENGINE);
    }

    private static String whyHolding(Complaint complaint, HoldingPromise promise) {
        if (complaint.danger() == Danger.CERTAIN) {
            return "holding_danger.sorry";
        }
        return promise.turn() > 1 ? "holding.again" : "holding.accepted";
    }

    public Letter.Rendered question(Complaint complaint, String question, String askedBy) {
        Reader reader = readers.of(complaint);
        Body body =
                new Body().say(text(reader, "question.intro")).quote(question).say(text(reader, "question.how"));
        return letter(complaint, reader, MessageKind.QUESTION, body, askedBy);
    }

    public Letter.Rendered reminder(Complaint complaint, String question, String askedBy) {
        Reader reader = readers.of(complaint);
        Body body =
                new Body().say(text(reader, "reminder.intro")).quote(question).say(text(reader, "reminder.how"));
        return letter(complaint, reader, MessageKind.REMINDER, body, askedBy);
    }

    /** @param ownWords the reason that a person gave, {@code null} where none did */
    public Letter.Rendered decision(Complaint complaint, Decision decision, String ownWords) {
        Reader reader = readers.told(complaint);
        List<Fact> facts = remedies.decided(complaint, reader);
        Body body = new Body().say(text(reader, "decision." + Words.word(decision.outcome())));
        why(body, reader, decision, ownWords);
        if (!facts.isEmpty()) {
            body.say(text(reader, "decision.remedies")).list(facts);
        }
        if (remedies.outOfStock(complaint, reader)) {
            body.say(text(reader, "decision.out_of_stock"));
        }
        remedies.kept(complaint, reader).ifPresent(kept -> body.say(text(reader, "decision.keep", kept)));
        if (remedies.notOwed(complaint, reader)) {
            body.say(text(reader, "decision.not_owed"));
        }
        if (remedies.endedSubscription(complaint, reader)) {
            body.say(text(reader, "decision.subscription_ended"));
        }
        legal.of(complaint, MessageKind.DECISION, reader).forEach(body::say);
        body.say(text(reader, next(complaint, facts)));
        return letter(complaint, reader, MessageKind.DECISION, body, decision.decidedBy());
    }

    private static String next(Complaint complaint, List<Fact> facts) {
        if (complaint.danger() == Danger.CERTAIN) {
            return "decision.next_danger";
        }
        return facts.isEmpty() ? "decision.next_without_remedy" : "decision.next";
    }

    /** What a person wrote is theirs and stays as it is; what tables say of a case tells what was found about the order. */
    private void why(Body body, Reader reader, Decision decision, String ownWords) {
        if (!reader.knowsOrder()) {
            if (ownWords != null) {
                body.quote(ownWords);
            }
            body.say(text(reader, "identity.open"));
        } else {
            decision.fromTable()
                    .flatMap(reason -> reasons.in(reader.locale(), reason))
                    .ifPresentOrElse(body::say, () -> body.quote(decision.reason()));
        }
    }

    public Letter.Rendered correction(Complaint complaint) {
        Reader reader = readers.told(complaint);
        if (!reader.knowsOrder()) {
            return news(complaint, reader);
        }
        Body body = new Body()
                .say(text(reader, remedies.cameBack(complaint) ? "correction.intro" : "correction.left_to_us"))
                .list(remedies.decided(complaint, reader));
        if (remedies.notOwed(complaint, reader)) {
            body.say(text(reader, "decision.not_owed"));
        }
        body.say(text(reader, "correction.sorry"));
        return letter(complaint, reader, MessageKind.CORRECTION, body, TimelineEntry.ENGINE);
    }

    public Letter.Rendered parcelReplaced(Complaint complaint) {
        Reader reader = readers.told(complaint);
        if (!reader.knowsOrder()) {
            return news(complaint, reader);
        }
        Body body = new Body()
                .say(text(reader, "parcel_replaced.intro"))
                .list(remedies.ofRound(complaint, reader))
                .say(text(reader, "parcel_replaced.sorry"));
        return letter(complaint, reader, MessageKind.PARCEL_REPLACED, body, TimelineEntry.ENGINE);
    }

    public Letter.Rendered wayBack(Complaint complaint, GoodsReturn goods) {
        Reader reader = readers.told(complaint);
        if (!reader.knowsOrder()) {
            return news(complaint, reader);
        }
        boolean rings = goods.pickUpFrom() != null;
        Body body = new Body().say(text(reader, rings ? "way_back.pick_up" : "way_back.label"));
        List<Fact> facts = new ArrayList<>();
        if (rings) {
            String window = reader.time(goods.pickUpFrom()) + " – " + reader.time(goods.pickUpTo());
            facts.add(new Fact(text(reader, "way_back.window"), window));
            facts.add(new Fact(text(reader, "way_back.confirmation"), goods.confirmation()));
        }
        body.list(returnFacts(facts, goods, reader))
                .say(text(reader, remedies.awaitsGoods(complaint) ? "way_back.paid_on_receipt" : "way_back.free"));
        return letter(complaint, reader, MessageKind.WAY_BACK, body, TimelineEntry.ENGINE);
    }

    public Letter.Rendered returnReminder(Complaint complaint, GoodsReturn goods) {
        Reader reader = readers.told(complaint);
        if (!reader.knowsOrder()) {
            return news(complaint, reader);
        }
        Body body = new Body()
                .say(text(reader, "return_reminder.intro"))
                .list(returnFacts(new ArrayList<>(), goods, reader))
                .say(text(reader, "return_reminder.crossed"));
        return letter(complaint, reader, MessageKind.RETURN_REMINDER, body, TimelineEntry.ENGINE);
    }

    /** What came of money that waited for goods. */
    public Letter.Rendered returnOutcome(Complaint complaint, Outcome outcome) {
        Reader reader = readers.told(complaint);
        if (!reader.knowsOrder()) {
            return news(complaint, reader);
        }
        boolean came = outcome.goods().condition() != null;
        Body body = new Body().say(text(reader, came ? "return_outcome.received" : "return_outcome.not_received"));
        outcome.deduction().ifPresent(kept -> body.say(text(
                        reader,
                        "return_outcome.deduction",
                        reader.amount(kept.amount()).orElse("")))
                .quote(kept.reason()));
        List<Fact> paid = remedies.of(complaint, reader, outcome.paid());
        if (paid.isEmpty()) {
            body.say(text(reader, "return_outcome.nothing_paid"));
        } else {
            body.say(text(reader, "return_outcome.paid")).list(paid);
        }
        body.say(text(reader, "return_outcome.next"));
        return letter(complaint, reader, MessageKind.RETURN_OUTCOME, body, TimelineEntry.ENGINE);
    }

    /** Says that there is something new, and not what. */
    public Letter.Rendered news(Complaint complaint) {
        return news(complaint, readers.of(complaint));
    }

    /** In place of a letter that is about nothing but the order, for somebody of whom it is not certain that it is theirs. */
    private Letter.Rendered news(Complaint complaint, Reader reader) {
        Body body = new Body().say(text(reader, "news.intro")).say(text(reader, "identity.open"));
        return letter(complaint, reader, "news", body, TimelineEntry.ENGINE);
    }

    private List<Fact> returnFacts(List<Fact> facts, GoodsReturn goods, Reader reader) {
        if (goods.labelUrl() != null) {
            facts.add(new Fact(text(reader, "way_back.print"), goods.labelUrl()));
        }
        facts.add(new Fact(text(reader, "way_back.by"), reader.day(goods.expectedBy())));
        return facts;
    }

    public Letter.Rendered followUp(Complaint complaint) {
        Reader reader = complaint.customer().hasWrittenChannel() ? readers.of(complaint) : readers.told(complaint);
        List<Fact> facts = remedies.ofRound(complaint, reader);
        Body body = new Body()
                .say(text(reader, facts.isEmpty() ? "follow_up.intro_without_remedy" : "follow_up.intro"))
                .list(facts)
                .say(text(reader, "follow_up.how"));
        return letter(complaint, reader, MessageKind.FOLLOW_UP, body, TimelineEntry.ENGINE);
    }

    public Letter.Rendered withdrawal(Complaint complaint) {
        Reader reader = readers.told(complaint);
        List<Fact> kept = remedies.settled(complaint, reader);
        Body body = new Body().say(text(reader, "withdrawal.done"));
        if (!kept.isEmpty()) {
            body.say(text(reader, "withdrawal.kept")).list(kept);
        }
        body.say(text(reader, "withdrawal.next"));
        return letter(complaint, reader, MessageKind.WITHDRAWAL, body, TimelineEntry.ENGINE);
    }

    public Letter.Rendered finalAnswer(Complaint complaint, String words, String signedBy) {
        Reader reader = readers.of(complaint);
        Body body = new Body().say(text(reader, "final_answer.intro")).quote(words);
        legal.of(complaint, MessageKind.FINAL_ANSWER, reader).forEach(body::say);
        body.say(text(reader, "final_answer.next"));
        return letter(complaint, reader, MessageKind.FINAL_ANSWER, body, signedBy);
    }

    public Letter.Rendered reply(Complaint complaint, String words, String signedBy) {
        Reader reader = readers.of(complaint);
        Body body = new Body().say(text(reader, "reply.intro")).quote(words);
        return letter(complaint, reader, MessageKind.REPLY, body, signedBy);
    }

    private Letter.Rendered letter(Complaint complaint, Reader reader, MessageKind kind, Body body, String signedBy) {
        return letter(complaint, reader, Words.word(kind), body, signedBy);
    }

    private Letter.Rendered letter(Complaint complaint, Reader reader, String kind, Body body, String signedBy) {
        Letter letter = new Letter(
                reader.locale(),
                text(reader, kind + ".subject"),
                greeting(complaint, reader),
                body.blocks(),
                signature(reader, signedBy),
                reader.knowsOrder());
        return form.render(complaint, letter);
    }

    /** A name that is no name is left out: anybody can give somebody else's address, and make us write to it. */
    private String greeting(Complaint complaint, Reader reader) {
        String name = complaint.customer().name();
        return name == null || !NAME.matcher(name.strip()).matches()
                ? text(reader, "greeting")
                : text(reader, "greeting.name", TextDirection.isolated(name.strip()));
    }

    private String signature(Reader reader, String signedBy) {
        Optional<String> person = people.find(signedBy).map(People.Person::displayName);
        return person.map(name -> text(reader, "signature.person", name)).orElseGet(() -> text(reader, "signature"));
    }

    private String text(Reader reader, String code, Object... values) {
        return texts.get(reader.locale(), code, values);
    }
}
