package io.redress.conversation.letter;

import io.redress.remedy.decision.ReasonTexts;
import io.redress.remedy.decision.TableReason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The reasons that {@code messages/mail*.properties} has words for, and those that a table brings along. */
@Component
class KnownReasons implements ReasonTexts {

    private static final String PREFIX = "reason.";

    private final Texts texts;
    private final MailLanguages languages;

    KnownReasons(Texts texts, MailLanguages languages) {
        this.texts = texts;
        this.languages = languages;
    }

    @Override
    public Optional<String> missing(TableReason reason) {
        if (reason.isKey()) {
            return unknown(reason.written());
        }
        Map<Locale, String> words = reason.words();
        if (words.isEmpty()) {
            return Optional.of("the reason \"%s\" is a sentence in one language, which not every customer reads. %s"
                    .formatted(reason.written(), howToMend()));
        }
        List<String> lacking = written()
                .filter(language -> !words.containsKey(language))
                .map(Locale::toLanguageTag)
                .toList();
        List<String> unknown = words.keySet().stream()
                .filter(language -> written().noneMatch(language::equals))
                .map(Locale::toLanguageTag)
                .toList();
        if (!unknown.isEmpty()) {
            return Optional.of("the reason has words in %s, which we do not write. %s"
                    .formatted(String.join(", ", unknown), howToMend()));
        }
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of("the reason \"%s\" has no words in %s. %s"
                        .formatted(reason.written(), String.join(", ", lacking), howToMend()));
    }

    private Optional<String> unknown(String key) {
        return texts.getOr(null, Locale.ENGLISH, PREFIX + key) == null
                ? Optional.of("there are no words for the reason \"%s\". %s".formatted(key, howToMend()))
                : texts.untranslated(PREFIX + key, languages.besidesEnglish())
                        .map(language -> "the reason \"%s\" is not translated to %s".formatted(key, language));
    }

    @Override
    public String inEnglish(TableReason reason) {
        return in(Locale.ENGLISH, reason).orElse(reason.written());
    }

    /** The reason in a reader's language; empty where all there is of it is the sentence of a table of old. */
    Optional<String> in(Locale reader, TableReason reason) {
        Map<Locale, String> words = reason.words();
        return words.isEmpty()
                ? Optional.ofNullable(texts.getOr(null, reader, PREFIX + reason.written()))
                : Optional.ofNullable(words.getOrDefault(languages.fileOf(reader), words.get(Locale.ENGLISH)));
    }

    private Stream<Locale> written() {
        return Stream.concat(Stream.of(Locale.ENGLISH), languages.besidesEnglish().stream());
    }

    private String howToMend() {
        String own = written()
                .map(language -> language.toLanguageTag() + ": …")
                .collect(Collectors.joining(" | ", "\"", "\""));
        return "Write one of the keys %s, or your own words in every language, as in %s"
                .formatted(
                        texts.codes(PREFIX)
                                .map(code -> code.substring(PREFIX.length()))
                                .collect(Collectors.joining(", ")),
                        own);
    }
}
