package io.redress.conversation.letter;

import io.redress.time.law.LetterParts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The letter parts that {@code messages/mail*.properties} has words for. */
@Component
class KnownLetterParts implements LetterParts {

    private static final List<MessageKind> LETTERS =
            List.of(MessageKind.ACKNOWLEDGEMENT, MessageKind.DECISION, MessageKind.FINAL_ANSWER);

    private final Texts texts;
    private final MailLanguages languages;

    KnownLetterParts(Texts texts, MailLanguages languages) {
        this.texts = texts;
        this.languages = languages;
    }

    @Override
    public Optional<String> missing(String part) {
        List<String> codes = LETTERS.stream()
                .map(letter -> LegalParts.code(letter, part))
                .filter(code -> part.startsWith("legal.") && texts.getOr(null, Locale.ENGLISH, code) != null)
                .toList();
        return codes.isEmpty()
                ? Optional.of("no letter has words for \"%s\"".formatted(part))
                : codes.stream().flatMap(code -> untranslated(code).stream()).findFirst();
    }

    private Optional<String> untranslated(String code) {
        return texts.untranslated(code, languages.besidesEnglish())
                .map(language -> "\"%s\" is not translated to %s".formatted(code, language));
    }
}
