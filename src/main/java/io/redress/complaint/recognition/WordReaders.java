package io.redress.complaint.recognition;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;

/** The languages whose words can be read. */
final class WordReaders {

    private WordReaders() {}

    static Map<String, WordReader> all() {
        Map<String, WordReader> readers = new HashMap<>();
        readers.put("en", new LatinWordReader("English", EnglishAnalyzer.getDefaultStopSet()));
        readers.put("de", new LatinWordReader("German2", GermanAnalyzer.getDefaultStopSet()));
        readers.put("zh", new ChineseWordReader());
        readers.put("fr", new LatinWordReader("French", FrenchAnalyzer.getDefaultStopSet()));
        readers.put("it", new LatinWordReader("Italian", ItalianAnalyzer.getDefaultStopSet()));
        readers.put("es", new LatinWordReader("Spanish", SpanishAnalyzer.getDefaultStopSet()));
        readers.put("pt", new LatinWordReader("Portuguese", PortugueseAnalyzer.getDefaultStopSet()));
        readers.put("nl", new LatinWordReader("Dutch", DutchAnalyzer.getDefaultStopSet()));
        readers.put("da", new LatinWordReader("Danish", DanishAnalyzer.getDefaultStopSet()));
        readers.put("sv", new LatinWordReader("Swedish", SwedishAnalyzer.getDefaultStopSet()));
        return Map.copyOf(readers);
    }

    /** Nothing: every word is kept, the commonest too. */
    static final CharArraySet NONE = CharArraySet.EMPTY_SET;
}
