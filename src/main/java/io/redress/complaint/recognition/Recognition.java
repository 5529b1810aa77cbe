package io.redress.complaint.recognition;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** The recognition of what people's words mean, in their own language and always in English, German and Chinese. */
@Component
public class Recognition {

    private final Lexicons lexicons;

    Recognition(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    /**
     * Reads a text of any length, by the lexicon as managers have it at this moment.
     *
     * @param text {@code null} says nothing
     * @param language the language that the text is probably in, {@code null} where that is not known
     */
    public RecognitionResult read(String text, Locale language) {
        return lexicons.inForce().read(text == null ? "" : text, language);
    }
}
