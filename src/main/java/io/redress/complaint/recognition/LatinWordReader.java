package io.redress.complaint.recognition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * The word reader for languages in Latin letters, by Lucene's tokenizer and stemmer: without case, diacritics and
 * endings.
 */
final class LatinWordReader implements WordReader {

    private static final int GAP = 5;
    private static final int REACH = 12;

    private final Analyzer analyzer;
    private final CharArraySet emptyWords;

    /** @param stemmer what Snowball calls the language */
    LatinWordReader(String stemmer, CharArraySet emptyWords) {
        this.emptyWords = emptyWords;
        this.analyzer = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer source = new StandardTokenizer();
                TokenStream words = new LowerCaseFilter(source);
                if (stemmer.equals("English")) {
                    words = new EnglishPossessiveFilter(words);
                }
                if (stemmer.startsWith("German")) {
                    words = new GermanNormalizationFilter(words);
                }
                words = new ASCIIFoldingFilter(stemmed(new KeywordRepeatFilter(words), stemmer));
                return new TokenStreamComponents(source, new RemoveDuplicatesTokenFilter(words));
            }
        };
    }

    /**
     * English is stemmed by a dictionary: by its endings alone an assistant is assistance, a reporter a report, an
     * operator an operation.
     */
    private static TokenStream stemmed(TokenStream words, String stemmer) {
        return stemmer.equals("English") ? new KStemFilter(words) : new SnowballFilter(words, stemmer);
    }

    @Override
    public List<Token> read(String sentence) {
        List<Token> spots = new ArrayList<>();
        try (TokenStream words = analyzer.tokenStream("", sentence.replace('\u2019', '\''))) {
            CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = words.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = words.addAttribute(PositionIncrementAttribute.class);
            TypeAttribute type = words.addAttribute(TypeAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                if (type.type().equals("<IDEOGRAPHIC>")) {
                    continue;
                }
                if (step.getPositionIncrement() > 0 || spots.isEmpty()) {
                    Set<String> terms = new LinkedHashSet<>();
                    terms.add(term.toString());
                    spots.add(new Token(place.startOffset(), place.endOffset(), term.toString(), terms, true, true));
                } else {
                    spots.get(spots.size() - 1).terms().add(term.toString());
                }
            }
            words.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return spots;
    }

    @Override
    public List<String> terms(String word) {
        return read(word).stream().map(LatinWordReader::stem).toList();
    }

    private static String stem(Token spot) {
        String last = spot.written();
        for (String term : spot.terms()) {
            last = term;
        }
        return last;
    }

    @Override
    public String written(String word) {
        List<Token> spots = read(word);
        return spots.size() == 1 ? spots.get(0).written() : "";
    }

    @Override
    public boolean isEmptyWord(String word) {
        return emptyWords.contains(word);
    }

    @Override
    public int gap() {
        return GAP;
    }

    @Override
    public int reach() {
        return REACH;
    }
}
