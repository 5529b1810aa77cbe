package io.redress.correspondence;

import io.redress.complaint.Complaint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The languages we write in: English, and every one for which there is a file such as {@code messages/mail_de.properties}.
 */
@Component
public class Languages {

    private static final Pattern FILE = Pattern.compile("mail_(\\w+)\\.properties");

    private final List<Locale> supported;

    Languages(ResourcePatternResolver resources) {
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

    /** The language to write to a customer in, with their region where we speak it: {@code de-AT} stays {@code de-AT}. */
    public Locale of(Complaint complaint) {
        Locale wanted = complaint.customer().language();
        return speaks(wanted) ? wanted : Locale.ENGLISH;
    }

    /** The language to answer somebody in of whom only the browser's wish is known. */
    public Locale orEnglish(Locale wanted) {
        return speaks(wanted) ? wanted : Locale.ENGLISH;
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
        return wanted.getLanguage().equals(Locale.ENGLISH.getLanguage())
                || supported.stream()
                        .anyMatch(known -> known.getLanguage().equals(wanted.getLanguage())
                                && (known.getCountry().isEmpty()
                                        || known.getCountry().equals(wanted.getCountry())));
    }
}
