package io.redress.complaint.recognition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of the lexicon that come with this release, by name. */
final class ShippedLexicon {

    private static final String SUFFIX = ".txt";
    private static final Map<String, String> TEXTS = load();
    private static final Map<String, LexiconFile> FILES = read();
    private static final Lexicon LEXICON = new Lexicon(FILES.values());

    private ShippedLexicon() {}

    static Map<String, String> texts() {
        return TEXTS;
    }

    static Map<String, LexiconFile> files() {
        return FILES;
    }

    /** All of them together, ready to read. */
    static Lexicon lexicon() {
        return LEXICON;
    }

    private static SortedMap<String, LexiconFile> read() {
        SortedMap<String, LexiconFile> files = new TreeMap<>();
        TEXTS.forEach((name, text) -> files.put(name, LexiconFile.read(name, text)));
        return files;
    }

    private static SortedMap<String, String> load() {
        try {
            SortedMap<String, String> texts = new TreeMap<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:lexicon/*" + SUFFIX)) {
                String name = file.getFilename();
                texts.put(
                        name.substring(0, name.length() - SUFFIX.length()),
                        file.getContentAsString(StandardCharsets.UTF_8));
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
