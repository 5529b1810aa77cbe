package io.redress.verification;

import io.redress.complaint.AffectedItem;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Timeline;
import io.redress.engine.Problem;
import io.redress.engine.RefusedInput;
import io.redress.logistics.CarrierUnavailable;
import io.redress.order.ShopUnavailable;
import io.redress.payment.PaymentProviderUnavailable;
import io.redress.verification.Verdict.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What a handler finds out that evidence did not say: whose order a complaint is about, and what of it. Evidence is then
 * gathered again, so that the remedy rests on what the shop knows and not on what was typed.
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
     * @throws RefusedInput where the shop knows no such order or article, or cannot be asked now
     */
    void byHandler(Complaint complaint, Verdict verdict, Map<String, Object> form) {
        boolean inFavour = verdict.verdict() == Ruling.CONFIRMED || verdict.verdict() == Ruling.PARTLY;
        List<Problem> problems = new ArrayList<>();
        FormFields fields = new FormFields(form, problems);
        String order = fields.text("identifiedOrder", 100);
        List<AffectedItem> articles = articles(fields.text("affectedArticles", 2_000));
        boolean confirmed = verification
                .evidence(complaint.number())
                .map(evidence -> evidence.identityConfirmed() || !evidence.orderFound())
                .orElse(true);
        boolean somethingNew = order != null || !articles.isEmpty() || !confirmed;
        if (!inFavour || !somethingNew) {
            return;
        }
        complaints.change(complaint.number(), found -> found.identified(verdict.foundBy(), order, articles));
        timeline.add(complaint.number(), verdict.foundBy(), "identified", "Found out whose order it is about.");
        Evidence evidence = gatherAgain(complaint);
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

    private Evidence gatherAgain(Complaint complaint) {
        try {
            return verification.gather(complaint.number(), false);
        } catch (ShopUnavailable | CarrierUnavailable | PaymentProviderUnavailable unavailable) {
            throw new RefusedInput(
                    "identifiedOrder", "Shop, carrier or payment provider cannot be asked right now; try again later.");
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
