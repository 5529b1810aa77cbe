package io.redress.insight.casefile;

import java.util.List;
import java.util.Map;

/**
 * The part of the form <i>Verify complaint</i> about what can be chosen, and what each choice would lead to, in
 * ready-made words.
 *
 * @param claim the word for what went wrong, empty where it is not known
 * @param claimByFacts what points to one claim or another, empty where nothing does
 * @param proposals what each verdict would come to that can be shown before it is given
 * @param lines the lines of the order that can be ticked
 * @param moreLines how many lines there are besides
 * @param deliveryFee what is left of the delivery fee, empty where nothing is
 * @param fees the further fees of which anything is left
 * @param certainty why the sum is not certain, empty where it is
 * @param figures what has to be compared then
 * @param affected what the form has ticked when it is opened
 * @param colleagues who can be asked for advice
 */
public record VerificationPart(
        String claim,
        String claimByFacts,
        List<ProposedPart> proposals,
        List<ChoosableLine> lines,
        int moreLines,
        String deliveryFee,
        List<ChoosableFee> fees,
        String certainty,
        List<FigurePart> figures,
        Affected affected,
        List<Colleague> colleagues) {

    /** A person or a group who can be asked for advice. @param value by which the form knows them */
    public record Colleague(String label, String value) {}

    /**
     * What a verdict would come to.
     *
     * @param answers the form's answers that come to it: verdict, claim and choice with spaces between
     * @param digest what the form sends back, so that it is known what was shown
     * @param headline all of it in a few words where the table proposes nothing to pay or send, else empty
     * @param kinds the kinds of remedy, whatever they are for
     * @param obstacle why it cannot be done as it is, empty where it can
     */
    public record ProposedPart(
            List<String> answers,
            String digest,
            String headline,
            String kinds,
            List<PlannedRemedy> remedies,
            List<GoodsPart> goods,
            String sentence,
            String obstacle) {}

    /** What would become of goods that the customer has. */
    public record GoodsPart(String article, String way, String payWhen, String reason) {}

    public record PlannedRemedy(String kind, String amount, String what) {}

    /**
     * A line of the order.
     *
     * @param value by which the form knows it
     * @param label its name, what was ordered of it at what price, and what is left to give back
     * @param slot the number of the form's question how many pieces, 0 where there is none
     * @param pieces the answers to that question
     */
    public record ChoosableLine(
            int line, String value, String name, String label, int quantity, int slot, List<PiecesAnswer> pieces) {}

    public record PiecesAnswer(String label, int value) {}

    public record ChoosableFee(String value, String label) {}

    /**
     * What was found to be affected, as answers of the form.
     *
     * @param unclear whether lines have to be ticked, because nothing was found
     * @param pieces how many of a line where it is not all, by the slot of the question
     */
    public record Affected(boolean unclear, List<String> lines, Map<Integer, Integer> pieces) {}

    public record FigurePart(String name, String detail, String amount) {}
}
