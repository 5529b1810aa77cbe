package io.redress.conversation.letter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The texts of {@code messages/mail*.properties}. */
@Component
class Texts {

    private static final String NAME = "messages/mail";

    private final MessageSource source;

    Texts() {
        ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
        bundles.setBasename(NAME);
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        bundles.setAlwaysUseMessageFormat(false);
        source = bundles;
    }

    /** @throws org.springframework.context.NoSuchMessageException where not even English has it */
    String get(Locale locale, String code, Object... values) {
        return source.getMessage(code, values, locale);
    }

    /** Every code with this prefix, sorted. */
    Stream<String> codes(String prefix) {
        return ResourceBundle.getBundle(NAME, Locale.ROOT).keySet().stream()
                .filter(code -> code.startsWith(prefix))
                .sorted();
    }

    /** One of these languages that has no text of its own and would fall back to English; empty where each has one. */
    Optional<Locale> untranslated(String code, List<Locale> languages) {
        String english = getOr("", Locale.ENGLISH, code);
        return languages.stream()
                .filter(language -> english.equals(getOr("", language, code)))
                .findFirst();
    }

    /** The text, or {@code fallback} where no language has it. */
    String getOr(String fallback, Locale locale, String code) {
        String text = source.getMessage(code, null, null, locale);
        return text == null ? fallback : text;
    }
}
