package io.redress.correspondence;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The texts of {@code messages/mail*.properties}. */
@Component
class Texts {

    private final MessageSource source;

    Texts() {
        ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
        bundles.setBasename("messages/mail");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        bundles.setAlwaysUseMessageFormat(false);
        source = bundles;
    }

    /** @throws org.springframework.context.NoSuchMessageException where not even English has it */
    String get(Locale locale, String code, Object... values) {
        return source.getMessage(code, values, locale);
    }

    /** The text, or {@code fallback} where no language has it. */
    String getOr(String fallback, Locale locale, String code) {
        String text = source.getMessage(code, null, null, locale);
        return text == null ? fallback : text;
    }
}
