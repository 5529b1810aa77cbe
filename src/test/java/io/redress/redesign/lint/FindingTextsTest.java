package io.redress.redesign.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a check finds is said in both languages, with what it costs and how to mend it. */
class FindingTextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    @Test
    void everySentenceIsThereInBothLanguagesAndSaysTheSameDetails() {
        Map<String, String> english = sentences(Locale.ROOT);
        Map<String, String> german = sentences(Locale.GERMAN);

        assertThat(german.keySet()).isEqualTo(english.keySet());
        assertThat(english).allSatisfy((key, sentence) -> {
            assertThat(sentence.replaceAll("'[{}]'", ""))
                    .as(key)
                    .isNotBlank()
                    .isNotEqualTo(german.get(key))
                    .doesNotContain("'");
            assertThat(places(german.get(key))).as(key).isEqualTo(places(sentence));
        });
    }

    @Test
    void everyRuleSaysWhatIsWrongWhatItCostsAndHowToMendIt() {
        Set<String> keys = sentences(Locale.ROOT).keySet();
        Set<String> rules = keys.stream()
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keys).hasSize(rules.size() * 3).allMatch(key -> key.matches("[a-z-]+\\.(message|harm|mend)"));
    }

    @Test
    void everySentenceBelongsToARule() throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/redress"))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(FindingTextsTest::source)
                    .collect(Collectors.joining());
        }

        assertThat(sentences(Locale.ROOT).keySet())
                .allSatisfy(key -> assertThat(sources.contains('"' + key.substring(0, key.lastIndexOf('.')) + '"'))
                        .as(key)
                        .isTrue());
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> sentences(Locale locale) {
        Map<String, String> sentences = new TreeMap<>();
        for (String name : FindingTexts.BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
            assertThat(bundle.getLocale()).as(name).isEqualTo(locale);
            bundle.keySet().forEach(key -> sentences.put(key, bundle.getString(key)));
        }
        return sentences;
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
