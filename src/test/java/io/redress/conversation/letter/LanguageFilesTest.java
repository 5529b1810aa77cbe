package io.redress.conversation.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every language says everything that English says, with the same values in it. */
class LanguageFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern VALUE = Pattern.compile("\\{\\d}");

    @TestFactory
    Stream<DynamicTest> everyTextIsTranslated() throws IOException {
        return files().stream()
                .filter(file -> file.contains("_"))
                .map(file -> DynamicTest.dynamicTest(file, () -> {
                    Properties english = read(file.replaceFirst("_.*", "") + ".properties");
                    Properties other = read(file);
                    assertThat(other.stringPropertyNames()).containsAll(english.stringPropertyNames());
                    for (String code : english.stringPropertyNames()) {
                        assertThat(values(other.getProperty(code)))
                                .as(code)
                                .isEqualTo(values(english.getProperty(code)));
                    }
                }));
    }

    @Test
    void aLanguageIsSpokenBecauseItsFileIsThere() {
        MailLanguages languages = new MailLanguages(new PathMatchingResourcePatternResolver());

        assertThat(languages.orEnglish(Locale.forLanguageTag("de-AT"))).hasToString("de_AT");
        assertThat(languages.orEnglish(Locale.SIMPLIFIED_CHINESE)).hasToString("zh_CN");
        assertThat(languages.orEnglish(Locale.FRENCH)).hasToString("en");
    }

    @ParameterizedTest
    @CsvSource({
        "zh-TW, 您的申訴",
        "zh-HK, 您的申訴",
        "zh-MO, 您的申訴",
        "zh-Hant, 您的申訴",
        "zh-Hant-SG, 您的申訴",
        "zh-US, 您的申訴",
        "zh_TW, 您的申訴",
        "ZH-tw, 您的申訴",
        "zh, 您的投诉",
        "zh-CN, 您的投诉",
        "zh-SG, 您的投诉",
        "zh-Hans-HK, 您的投诉",
        "de-CH, Ihre Beschwerde",
        // Written in another script than we have, or not at all.
        "zh-Latn-CN, Your complaint",
        "yue, Your complaint",
        "de-Hebr, Your complaint",
        "sr-Latn, Your complaint"
    })
    void whoReadsALanguageInAnotherScriptReadsWhatIsWrittenInIt(String tag, String words) {
        MailLanguages languages = new MailLanguages(new PathMatchingResourcePatternResolver());
        Locale locale = languages.orEnglish(Locale.forLanguageTag(tag.replace('_', '-')));

        assertThat(new Texts().get(locale, "decision.subject") + new Texts().get(locale, "page.label"))
                .containsIgnoringCase(words);
        assertThat(locale.getLanguage().equals("en")).isEqualTo(words.equals("Your complaint"));
    }

    @Test
    void aScriptIsNamedOnlyWhereTheRegionDoesNotTellIt() {
        MailLanguages languages = new MailLanguages(new PathMatchingResourcePatternResolver());

        assertThat(languages.orEnglish(Locale.TRADITIONAL_CHINESE).toLanguageTag())
                .isEqualTo("zh-TW");
        assertThat(languages.orEnglish(Locale.forLanguageTag("zh-US")).toLanguageTag())
                .isEqualTo("zh-Hant-US");
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }
}
