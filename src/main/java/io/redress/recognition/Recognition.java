package io.redress.recognition;

import io.redress.complaint.Danger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Recognises what people's words mean, in their own language and always in English, German and Chinese. */
@Component
public class Recognition {

    private final List<String> words;

    Recognition() throws IOException {
        words = new ClassPathResource("safety-words.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /**
     * Reads a text of any length.
     *
     * @param text {@code null} says nothing
     * @param language the language that the text is probably in, {@code null} where that is not known
     */
    public Recognised read(String text, Locale language) {
        String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
        List<String> why = words.stream().filter(lower::contains).toList();
        return new Recognised(why.isEmpty() ? Danger.NONE : Danger.CERTAIN, Set.of(), why);
    }
}
