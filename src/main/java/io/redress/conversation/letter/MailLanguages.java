package io.redress.conversation.letter;

import com.ibm.icu.util.ULocale;
import io.redress.complaint.file.Complaint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The languages we write in: English, and every one for which there is a file such as
 * {@code messages/mail_de.properties}. A language in another script than the reader's does not count as theirs:
 * {@code zh-TW} and {@code zh-Hant-HK} are met by {@code mail_zh_Hant.properties} and not by
 * {@code mail_zh.properties}. Which script goes without saying for a language and a region is taken from the Unicode
 * CLDR.
 */
@Component
public class MailLanguages {

    private static final ResourceBundle.Control CANDIDATES =
            ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Pattern FILE = Pattern.compile("mail_(\\w+)\\.properties");

    private final List<Locale> supported;

    MailLanguages(ResourcePatternResolver resources) {
        try {
            supported = Arrays.stream(resources.getResources("classpath*:messages/mail_*.properties"))
                    .map(file -> FILE.matcher(file.getFilename()))
                    .filter(Matcher::matches)
                    .map(name -> Locale.forLanguageTag(name.group(1).replace('_', '-')))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The language to write to a customer in, with their region where we speak it: {@code de-AT} stays {@code de-AT}.
     * Where the region alone would not find the file of its script, as with {@code zh-US}, the script is named.
     */
    public Locale of(Complaint complaint) {
        return orEnglish(complaint.customer().language());
    }

    /** The language in which to answer somebody of whom only the browser's preference is known. */
    public Locale orEnglish(Locale wanted) {
        return spoken(wanted)
                .map(file -> CANDIDATES.getCandidateLocales("", wanted).contains(file)
                        ? wanted
                        : new Locale.Builder()
                                .setLocale(wanted)
                                .setScript(file.getScript())
                                .build())
                .orElse(Locale.ENGLISH);
    }

    /** The language whose file is read for somebody's language; English where there is none. */
    Locale fileOf(Locale reader) {
        return spoken(reader).orElse(Locale.ENGLISH);
    }

    /** What a handler should know about the customer's language; empty where there is nothing to know. */
    public Optional<String> note(Complaint complaint) {
        return speaks(complaint.customer().language())
                ? Optional.empty()
                : Optional.of("The customer's language “%s” is not supported; we write in English."
                        .formatted(complaint.customer().locale()));
    }

    /** The languages that there is a file of their own for. */
    List<Locale> besidesEnglish() {
        return supported;
    }

    private boolean speaks(Locale wanted) {
        return spoken(wanted).isPresent();
    }

    /** The language whose file is read for this one; the most specific of several. */
    private Optional<Locale> spoken(Locale wanted) {
        return Stream.concat(supported.stream(), Stream.of(Locale.ENGLISH))
                .filter(file -> isReadBy(wanted, file))
                .max(Comparator.comparing((Locale file) -> !file.getCountry().isEmpty()));
    }

    private static boolean isReadBy(Locale reader, Locale file) {
        return file.getLanguage().equals(reader.getLanguage())
                && script(file).equals(script(reader))
                && (file.getCountry().isEmpty() || file.getCountry().equals(reader.getCountry()));
    }

    private static String script(Locale locale) {
        return ULocale.addLikelySubtags(ULocale.forLocale(locale.stripExtensions()))
                .getScript();
    }
}
