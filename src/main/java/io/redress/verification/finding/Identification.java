package io.redress.verification.finding;

import io.redress.complaint.file.AffectedItem;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import io.redress.outside.logistics.CarrierUnavailable;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.wire.PersonWaits;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.Evidence.Affected;
import io.redress.verification.gathering.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The facts that a handler adds where evidence has none: what went wrong, whose order a complaint is about, and what of
 * it. Evidence is then gathered again, so that the remedy rests on what shop, carrier and payment provider know at that
 * moment, and not on what was typed.
 */
@Component
class Identification {

    private static final Pattern ARTICLE = Pattern.compile("(?:(\\d{1,5})\\s*[x×]\\s*)?(\\S.*)");

    private final Complaints complaints;
    private final Verification verification;
    private final Timeline timeline;

    Identification(Complaints complaints, Verification verification, Timeline timeline) {
        this.complaints = complaints;
        this.verification = verification;
        this.timeline = timeline;
    }

    /**
     * Takes what the handler entered beside a verdict in the customer's favour.
     *
     * @param claim what went wrong, {@code null} where it is what the complaint says
     * @throws RefusedInput where the shop knows no such order, line, fee or article, or cannot be asked now
     */
    void byHandler(Complaint complaint, Verdict verdict, Claim claim, AffectedChoice choice, Map<String, Object> form) {
        if (!verdict.verdict().isInFavour()) {
            return;
        }
        List<Problem> problems = new ArrayList<>();
        FormFields fields = new FormFields(form, problems);
        String order = fields.text("identifiedOrder", 100);
        List<AffectedItem> articles = articles(fields.text("affectedArticles", 2_000));
        if (choice.namesLines() && !articles.isEmpty()) {
            throw new RefusedInput(
                    AffectedChoice.LINES, "Choose the lines or name the articles, not both: they are not the same.");
        }
        boolean newClaim = claim != null && claim != complaint.claim();
        if (newClaim) {
            found(complaint, verdict, claim);
        }
        identify(complaint, verdict, order, articles, newClaim);
        Evidence evidence = verification.evidence(complaint.number()).orElseGet(Evidence::nothing);
        new ChosenFromOrder(choice, evidence).check();
        if (choice.namesLines()) {
            List<Affected> chosen = new ChosenFromOrder(choice, evidence).affected();
            complaints.change(complaint.number(), known -> known.affects(ChosenFromOrder.items(chosen)));
            verification.affects(complaint, chosen);
        }
    }

    private void found(Complaint complaint, Verdict verdict, Claim claim) {
        complaints.change(complaint.number(), found -> found.isAbout(claim));
        timeline.add(
                complaint.number(),
                verdict.foundBy(),
                TimelineKind.CLAIM_FOUND,
                complaint.claim() == null
                        ? "Found out what went wrong: " + EnumWords.word(claim)
                        : "Found that it is %s, and not %s"
                                .formatted(EnumWords.word(claim), EnumWords.word(complaint.claim())));
    }

    private void identify(
            Complaint complaint, Verdict verdict, String order, List<AffectedItem> articles, boolean newClaim) {
        boolean confirmed = verification
                .evidence(complaint.number())
                .map(evidence -> evidence.identityConfirmed() || !evidence.orderFound())
                .orElse(true);
        if (order == null && articles.isEmpty() && confirmed) {
            lookAgain(complaint, newClaim);
            return;
        }
        complaints.change(complaint.number(), found -> found.identified(verdict.foundBy(), order, articles));
        timeline.add(
                complaint.number(), verdict.foundBy(), TimelineKind.IDENTIFIED, "Found out whose order it is about.");
        Evidence evidence = gatherAgain(complaint, "identifiedOrder");
        if (!evidence.orderFound()) {
            throw new RefusedInput("identifiedOrder", "The shop knows no such order.");
        }
        NamedArticles named = new NamedArticles(articles);
        named.notIn(evidence.order())
                .or(() -> named.notAmong(evidence.affected()))
                .ifPresent(slip -> {
                    throw new RefusedInput("affectedArticles", slip);
                });
    }

    /** What was known serves where somebody does not answer, unless it was asked for something else. */
    private void lookAgain(Complaint complaint, boolean forSomethingElse) {
        if (forSomethingElse) {
            gatherAgain(complaint, Verdicts.CLAIM);
        } else {
            verification.refresh(complaint.number());
        }
    }

    /** @param asksFor the field that says what is asked */
    private Evidence gatherAgain(Complaint complaint, String asksFor) {
        try {
            return PersonWaits.during(() -> verification.gather(complaint.number(), false));
        } catch (ShopUnavailable | CarrierUnavailable | PaymentProviderUnavailable unavailable) {
            throw new RefusedInput(
                    asksFor, "Shop, carrier or payment provider cannot be asked right now; try again later.");
        }
    }

    private static List<AffectedItem> articles(String text) {
        List<AffectedItem> articles = new ArrayList<>();
        if (text == null) {
            return articles;
        }
        for (String part : text.split("[,;\\n]")) {
            Matcher article = ARTICLE.matcher(part.strip());
            if (article.matches()) {
                int quantity = article.group(1) == null ? 1 : Integer.parseInt(article.group(1));
                if (quantity == 0) {
                    throw new RefusedInput("affectedArticles", "0 of %s is none.".formatted(article.group(2)));
                }
                articles.add(new AffectedItem(null, article.group(2).strip(), quantity));
            }
        }
        return articles;
    }
}
