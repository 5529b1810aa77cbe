package io.redress.complaint.recognition;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The word reader for Chinese: single characters, Traditional ones as their Simplified ones, and the places between
 * them where a word ends, by Lucene's smartcn. Phrases are compared character by character, since a phrase alone is
 * segmented into other words than in a sentence; but they may not begin or end in the middle of a word: {@code 打人} is
 * not in {@code 打人工电话}.
 */
final class ChineseWordReader implements WordReader {

    private static final int GAP = 8;
    private static final int REACH = 24;
    private static final Set<String> EMPTY_WORDS =
            Set.of("的", "了", "我", "你", "您", "他", "她", "它", "是", "在", "有", "不", "就", "也", "都", "一", "和", "这", "那", "个");

    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final char[] SIMPLIFIED = simplified();

    private final Analyzer words = new SmartChineseAnalyzer(WordReaders.NONE);

    /**
     * The simplified form by character, so that every position in a text stays the same; {@code 0} where it does not
     * change.
     */
    private static char[] simplified() {
        StringBuilder all = new StringBuilder();
        for (char character = '\u3400'; character < '\uA000'; character++) {
            all.append(character).append('\n');
        }
        String[] simple = Transliterator.getInstance("Hant-Hans")
                .transliterate(all.toString())
                .split("\n");
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < simple.length; i++) {
            if (simple[i].length() == 1) {
                table['\u3400' + i] = simple[i].charAt(0);
            }
        }
        return table;
    }

    private static String simplify(String text) {
        char[] characters = text.toLowerCase(Locale.ROOT).length() == text.length()
                ? text.toLowerCase(Locale.ROOT).toCharArray()
                : text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            char simple = SIMPLIFIED[characters[i]];
            characters[i] = simple == 0 ? characters[i] : simple;
        }
        return new String(characters);
    }

    @Override
    public List<Token> read(String sentence) {
        String text = simplify(sentence);
        BitSet begins = new BitSet();
        BitSet ends = new BitSet();
        Matcher runs = RUN.matcher(text);
        while (runs.find()) {
            cut(runs.group(), runs.start(), begins, ends);
        }
        List<Token> spots = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int to = end(text, at);
            if (to > at) {
                String written = text.substring(at, to);
                boolean latin = !Character.isIdeographic(text.codePointAt(at));
                spots.add(new Token(at, to, written, Set.of(written), latin || begins.get(at), latin || ends.get(to)));
                at = to;
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return spots;
    }

    /**
     * Where the character at a place ends, or the run of letters and digits; the place itself where there is neither.
     */
    private static int end(String text, int at) {
        int first = text.codePointAt(at);
        if (Character.isIdeographic(first)) {
            return at + Character.charCount(first);
        }
        int to = at;
        while (to < text.length()) {
            int next = text.codePointAt(to);
            if (!Character.isLetterOrDigit(next) || Character.isIdeographic(next)) {
                break;
            }
            to += Character.charCount(next);
        }
        return to;
    }

    /** Each run of characters for itself, so that what stands behind a comma does not change the words before it. */
    private void cut(String text, int offset, BitSet begins, BitSet ends) {
        try (TokenStream tokens = words.tokenStream("", text)) {
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                begins.set(offset + place.startOffset());
                ends.set(offset + place.endOffset());
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public List<String> terms(String word) {
        return read(word).stream().map(Token::written).toList();
    }

    @Override
    public String written(String word) {
        return simplify(word);
    }

    @Override
    public boolean isEmptyWord(String word) {
        return EMPTY_WORDS.contains(word);
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
