package io.redress.redesign.lint;

import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The sentences of findings, for managers, in English and German. */
@Component
public class FindingTexts {

    /** One file of sentences for each room that makes findings. */
    static final List<String> BUNDLES = List.of(
            "messages/findings", "messages/findings-diagrams", "messages/findings-tables", "messages/findings-forms");

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    FindingTexts() {
        texts.setBasenames(BUNDLES.toArray(String[]::new));
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
    }

    /**
     * A finding in words.
     *
     * @param message what is wrong
     * @param harm what a customer, or the house, would suffer
     * @param mend how to put it right
     */
    public record Sentences(String message, String harm, String mend) {}

    /** @param locale German for any German, English for everything else */
    public Sentences of(Finding finding, Locale locale) {
        return new Sentences(
                text(finding, "message", locale), text(finding, "harm", locale), text(finding, "mend", locale));
    }

    private String text(Finding finding, String part, Locale locale) {
        // As texts, so that a number is written as in the model and not with separators.
        Object[] details = finding.details().stream().map(String::valueOf).toArray();
        return texts.getMessage(finding.rule() + "." + part, details, locale);
    }
}
