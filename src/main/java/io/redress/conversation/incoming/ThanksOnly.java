package io.redress.conversation.incoming;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The test for messages that say thanks and nothing else. Each word has to be a known one, so that "thanks, but it is
 * still broken" is none. Where thanks are not recognised, the only loss is that nothing is filled in for the person who
 * reads the message.
 */
@Component
class ThanksOnly {

    /** Whatever is neither letter, mark nor digit, such as punctuation and emoji. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final Set<String> words;

    ThanksOnly() throws IOException {
        String file = new ClassPathResource("thanks-words.txt").getContentAsString(StandardCharsets.UTF_8);
        words = file.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(ThanksOnly::fold)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean areAll(String text) {
        List<String> said = Stream.of(BETWEEN_WORDS.split(fold(text)))
                .filter(word -> !word.isEmpty())
                .toList();
        return !said.isEmpty() && words.containsAll(said);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
