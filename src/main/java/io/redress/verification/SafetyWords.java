package io.redress.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Recognises words of injury, danger and violence. They bring a case to a lead at once; they never decide money. */
@Component
class SafetyWords {

    private final List<String> words;

    SafetyWords() throws IOException {
        String file = new ClassPathResource("safety-words.txt").getContentAsString(StandardCharsets.UTF_8);
        words = file.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean spokenIn(String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> words.stream().anyMatch(text::contains));
    }
}
