package io.redress.conversation.letter;

import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Danger;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.conversation.letter.Letter.Body;
import io.redress.core.staff.People;
import io.redress.core.text.EnumWords;
import io.redress.core.text.TextDirection;
import io.redress.remedy.decision.Decision;
import io.redress.remedy.returns.GoodsReturn;
import io.redress.remedy.returns.ReturnOutcomes.Outcome;
import io.redress.time.promise.HoldingPromise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The composer of everything that is said to customers, in their language. */
@Component
public class Letters {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Zs}.,'’·-]{0,79}");

    private final Addressees addressees;
    private final Texts texts;
    private final RemedyTexts remedies;
    private final KnownReasons reasons;
    private final LetterPromises promises;
    private final LegalParts legal;
    private final People people;
    private final LetterForm form;

    Letters(
            Addressees addressees,
            Texts texts,
            RemedyTexts remedies,
            KnownReasons reasons,
            LetterPromises promises,
            LegalParts legal,
            People people,
            LetterForm form) {
        this.addressees = addressees;
        this.texts = texts;
        this.remedies = remedies;
        this.reasons = reasons;
        this.promises = promises;
        this.legal = legal;
        this.people = people;
        this.form = form;
    }

    public Letter.Rendered acknowledgement(Complaint complaint) {
        Addressee addressee = addressees.of(complaint);
        if (complaint.danger() == Danger.CERTAIN) {
            return acknowledgedDanger(complaint, addressee);
        }
        // What a carrier reports was no complaint of the customer's, who perhaps does not know of it yet.
        boolean reported = complaint.channel() == Channel.CARRIER && addressee.knowsOrder();
        String kind = reported ? "carrier_report" : "acknowledgement";
        Body body = new Body()
                .say(text(addressee, kind + ".arrived", complaint.number().value()));
        List<LetterFact> kept = promises.of(complaint, addressee);
        if (kept.isEmpty()) {
            // A complaint that reached us long ago: nothing is promised that is over already.
            body.say(text(addressee, "acknowledgement.late"));
        } else {
            body.say(text(addressee, kind + ".next")).list(kept);
        }
        if (complaint.danger() == Danger.POSSIBLE) {
            body.say(text(addressee, "acknowledgement.danger"));
        }
        legal.of(complaint, MessageKind.ACKNOWLEDGEMENT, addressee).forEach(body::say);
        return letter(complaint, addressee, kind, body, TimelineEntry.ENGINE);
    }

    /** To whoever tells that somebody is hurt or in danger: help first, then what to keep, then who calls. */
    private Letter.Rendered acknowledgedDanger(Complaint complaint, Addressee addressee) {
        String kind = "acknowledgement_danger";
        Body body = new Body()
                .say(text(addressee, kind + ".arrived", complaint.number().value()))
                .say(text(addressee, kind + ".emergency"))
                .say(text(addressee, kind + ".keep"))
                .say(text(addressee, kind + ".next"));
        List<LetterFact> kept = promises.of(complaint, addressee);
        if (!kept.isEmpty()) {
            body.say(text(addressee, kind + ".promise")).list(kept);
        }
        legal.of(complaint, MessageKind.ACKNOWLEDGEMENT, addressee).forEach(body::say);
        return letter(complaint, addressee, kind, body, TimelineEntry.ENGINE);
    }

    /** @param wroteAfterEnd whether the customer came back to it by themselves, rather than when we asked */
    public Letter.Rendered reopened(Complaint complaint, boolean wroteAfterEnd) {
        Addressee addressee = addressees.of(complaint);
        Body body = new Body()
                .say(text(addressee, wroteAfterEnd ? "reopened.wrote" : "reopened.sorry"))
                .say(text(addressee, "reopened.next"))
                .list(promises.of(complaint, addressee));
        return letter(complaint, addressee, MessageKind.REOPENED, body, TimelineEntry.ENGINE);
    }

    public Letter.Rendered holding(Complaint complaint, HoldingPromise promise) {
        Addressee addressee = addressees.of(complaint);
        LetterFact until = new LetterFact(text(addressee, "promise.holding"), addressee.moment(promise.until()));
        Body body = new Body()
                .say(text(addressee, whyHolding(complaint, promise)))
                .list(List.of(until))
                .say(text(addressee, "holding.next"));
        String kind = complaint.danger() == Danger.CERTAIN ? "holding_danger" : "holding";
        return letter(complaint, addressee, kind, body, TimelineEntry.ENGINE);
    }

    private static String whyHolding(Complaint complaint, HoldingPromise promise) {
        if (complaint.danger() == Danger.CERTAIN) {
            return "holding_danger.sorry";
        }
        return promise.turn() > 1 ? "holding.again" : "holding.accepted";
    }

    public Letter.Rendered question(Complaint complaint, String question, String askedBy) {
        Addressee addressee = addressees.of(complaint);
        Body body = new Body()
                .say(text(addressee, "question.intro"))
                .quote(question)
                .say(text(addressee, "question.how"));
        return letter(complaint, addressee, MessageKind.QUESTION, body, askedBy);
    }

    public Letter.Rendered reminder(Complaint complaint, String question, String askedBy) {
        Addressee addressee = addressees.of(complaint);
        Body body = new Body()
                .say(text(addressee, "reminder.intro"))
                .quote(question)
                .say(text(addressee, "reminder.how"));
        return letter(complaint, addressee, MessageKind.REMINDER, body, askedBy);
    }

    public Letter.Rendered decision(Complaint complaint, Decision decision) {
        Addressee addressee = addressees.told(complaint);
        List<LetterFact> facts = remedies.decided(complaint, addressee);
        Body body = new Body().say(text(addressee, "decision." + EnumWords.word(decision.outcome())));
        why(body, addressee, decision);
        if (!facts.isEmpty()) {
            body.say(text(addressee, "decision.remedies")).list(facts);
        }
        if (remedies.outOfStock(complaint, addressee)) {
            body.say(text(addressee, "decision.out_of_stock"));
        }
        remedies.kept(complaint, addressee).ifPresent(kept -> body.say(text(addressee, "decision.keep", kept)));
        if (remedies.notOwed(complaint, addressee)) {
            body.say(text(addressee, "decision.not_owed"));
        }
        if (remedies.endedSubscription(complaint, addressee)) {
            body.say(text(addressee, "decision.subscription_ended"));
        }
        legal.of(complaint, MessageKind.DECISION, addressee).forEach(body::say);
        body.say(text(addressee, next(complaint, facts)));
        return letter(complaint, addressee, MessageKind.DECISION, body, decision.decidedBy());
    }

    private static String next(Complaint complaint, List<LetterFact> facts) {
        if (complaint.danger() == Danger.CERTAIN) {
            return "decision.next_danger";
        }
        return facts.isEmpty() ? "decision.next_without_remedy" : "decision.next";
    }

    /**
     * What a person wrote is theirs and stays as it is; what tables say of a case tells what was found about the order.
     */
    private void why(Body body, Addressee addressee, Decision decision) {
        if (!addressee.knowsOrder()) {
            decision.ownWords().ifPresent(body::quote);
            body.say(text(addressee, "identity.open"));
        } else {
            decision.fromTable()
                    .flatMap(reason -> reasons.in(addressee.locale(), reason))
                    .ifPresentOrElse(body::say, () -> body.quote(decision.reason()));
        }
    }

    public Letter.Rendered correction(Complaint complaint) {
        Addressee addressee = addressees.told(complaint);
        if (!addressee.knowsOrder()) {
            return news(complaint, addressee);
        }
        Body body = new Body()
                .say(text(addressee, remedies.cameBack(complaint) ? "correction.intro" : "correction.left_to_us"))
                .list(remedies.decided(complaint, addressee));
        if (remedies.notOwed(complaint, addressee)) {
            body.say(text(addressee, "decision.not_owed"));
        }
        body.say(text(addressee, "correction.sorry"));
        return letter(complaint, addressee, MessageKind.CORRECTION, body, TimelineEntry.ENGINE);
    }

    public Letter.Rendered parcelReplaced(Complaint complaint) {
        Addressee addressee = addressees.told(complaint);
        if (!addressee.knowsOrder()) {
            return news(complaint, addressee);
        }
        Body body = new Body()
                .say(text(addressee, "parcel_replaced.intro"))
                .list(remedies.ofRound(complaint, addressee))
                .say(text(addressee, "parcel_replaced.sorry"));
        return letter(complaint, addressee, MessageKind.PARCEL_REPLACED, body, TimelineEntry.ENGINE);
    }

    public Letter.Rendered wayBack(Complaint complaint, GoodsReturn goods) {
        Addressee addressee = addressees.told(complaint);
        if (!addressee.knowsOrder()) {
            return news(complaint, addressee);
        }
        boolean rings = goods.pickUpFrom() != null;
        Body body = new Body().say(text(addressee, rings ? "way_back.pick_up" : "way_back.label"));
        List<LetterFact> facts = new ArrayList<>();
        if (rings) {
            String window = addressee.time(goods.pickUpFrom()) + " – " + addressee.time(goods.pickUpTo());
            facts.add(new LetterFact(text(addressee, "way_back.window"), window));
            facts.add(new LetterFact(text(addressee, "way_back.confirmation"), goods.confirmation()));
        }
        body.list(returnFacts(facts, goods, addressee))
                .say(text(addressee, remedies.awaitsGoods(complaint) ? "way_back.paid_on_receipt" : "way_back.free"));
        return letter(complaint, addressee, MessageKind.WAY_BACK, body, TimelineEntry.ENGINE);
    }

    public Letter.Rendered returnReminder(Complaint complaint, GoodsReturn goods) {
        Addressee addressee = addressees.told(complaint);
        if (!addressee.knowsOrder()) {
            return news(complaint, addressee);
        }
        Body body = new Body()
                .say(text(addressee, "return_reminder.intro"))
                .list(returnFacts(new ArrayList<>(), goods, addressee))
                .say(text(addressee, "return_reminder.crossed"));
        return letter(complaint, addressee, MessageKind.RETURN_REMINDER, body, TimelineEntry.ENGINE);
    }

    /** What came of money that waited for goods. */
    public Letter.Rendered returnOutcome(Complaint complaint, Outcome outcome) {
        Addressee addressee = addressees.told(complaint);
        if (!addressee.knowsOrder()) {
            return news(complaint, addressee);
        }
        boolean came = outcome.goods().condition() != null;
        Body body = new Body().say(text(addressee, came ? "return_outcome.received" : "return_outcome.not_received"));
        outcome.deduction().ifPresent(kept -> body.say(text(
                        addressee,
                        "return_outcome.deduction",
                        addressee.amount(kept.amount()).orElse("")))
                .quote(kept.reason()));
        List<LetterFact> paid = remedies.of(complaint, addressee, outcome.paid());
        if (paid.isEmpty()) {
            body.say(text(addressee, "return_outcome.nothing_paid"));
        } else {
            body.say(text(addressee, "return_outcome.paid")).list(paid);
        }
        body.say(text(addressee, "return_outcome.next"));
        return letter(complaint, addressee, MessageKind.RETURN_OUTCOME, body, TimelineEntry.ENGINE);
    }

    /** Says that there is something new, and not what. */
    public Letter.Rendered news(Complaint complaint) {
        return news(complaint, addressees.of(complaint));
    }

    /**
     * In place of a letter that is only about the order, for somebody of whom it is not certain that the order is
     * theirs.
     */
    private Letter.Rendered news(Complaint complaint, Addressee addressee) {
        Body body = new Body().say(text(addressee, "news.intro")).say(text(addressee, "identity.open"));
        return letter(complaint, addressee, "news", body, TimelineEntry.ENGINE);
    }

    private List<LetterFact> returnFacts(List<LetterFact> facts, GoodsReturn goods, Addressee addressee) {
        if (goods.labelUrl() != null) {
            facts.add(new LetterFact(text(addressee, "way_back.print"), goods.labelUrl()));
        }
        facts.add(new LetterFact(text(addressee, "way_back.by"), addressee.day(goods.expectedBy())));
        return facts;
    }

    public Letter.Rendered followUp(Complaint complaint) {
        Addressee addressee =
                complaint.customer().hasWrittenChannel() ? addressees.of(complaint) : addressees.told(complaint);
        List<LetterFact> facts = remedies.ofRound(complaint, addressee);
        Body body = new Body()
                .say(text(addressee, facts.isEmpty() ? "follow_up.intro_without_remedy" : "follow_up.intro"))
                .list(facts)
                .say(text(addressee, "follow_up.how"));
        return letter(complaint, addressee, MessageKind.FOLLOW_UP, body, TimelineEntry.ENGINE);
    }

    public Letter.Rendered withdrawal(Complaint complaint) {
        Addressee addressee = addressees.told(complaint);
        List<LetterFact> kept = remedies.settled(complaint, addressee);
        Body body = new Body().say(text(addressee, "withdrawal.done"));
        if (!kept.isEmpty()) {
            body.say(text(addressee, "withdrawal.kept")).list(kept);
        }
        body.say(text(addressee, "withdrawal.next"));
        return letter(complaint, addressee, MessageKind.WITHDRAWAL, body, TimelineEntry.ENGINE);
    }

    public Letter.Rendered finalAnswer(Complaint complaint, String words, String signedBy) {
        Addressee addressee = addressees.of(complaint);
        Body body = new Body().say(text(addressee, "final_answer.intro")).quote(words);
        legal.of(complaint, MessageKind.FINAL_ANSWER, addressee).forEach(body::say);
        body.say(text(addressee, "final_answer.next"));
        return letter(complaint, addressee, MessageKind.FINAL_ANSWER, body, signedBy);
    }

    public Letter.Rendered reply(Complaint complaint, String words, String signedBy) {
        Addressee addressee = addressees.of(complaint);
        Body body = new Body().say(text(addressee, "reply.intro")).quote(words);
        return letter(complaint, addressee, MessageKind.REPLY, body, signedBy);
    }

    private Letter.Rendered letter(
            Complaint complaint, Addressee addressee, MessageKind kind, Body body, String signedBy) {
        return letter(complaint, addressee, EnumWords.word(kind), body, signedBy);
    }

    private Letter.Rendered letter(Complaint complaint, Addressee addressee, String kind, Body body, String signedBy) {
        Letter letter = new Letter(
                addressee.locale(),
                text(addressee, kind + ".subject"),
                greeting(complaint, addressee),
                body.blocks(),
                signature(addressee, signedBy),
                addressee.knowsOrder());
        return form.render(complaint, letter);
    }

    /** A name that is no name is left out: anybody can give somebody else's address, and make us write to it. */
    private String greeting(Complaint complaint, Addressee addressee) {
        String name = complaint.customer().name();
        return name == null || !NAME.matcher(name.strip()).matches()
                ? text(addressee, "greeting")
                : text(addressee, "greeting.name", TextDirection.isolated(name.strip()));
    }

    private String signature(Addressee addressee, String signedBy) {
        Optional<String> person = people.find(signedBy).map(People.Person::displayName);
        return person.map(name -> text(addressee, "signature.person", name))
                .orElseGet(() -> text(addressee, "signature"));
    }

    private String text(Addressee addressee, String code, Object... values) {
        return texts.get(addressee.locale(), code, values);
    }
}
