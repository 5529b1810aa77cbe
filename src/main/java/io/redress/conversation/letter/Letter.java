package io.redress.conversation.letter;

import io.redress.core.text.TextDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A letter: what is to be said, before it has its form.
 *
 * @param blocks in the order in which they are read
 * @param signature the name of who speaks
 * @param confidential whether it may tell of the order, since it is certain who reads it
 */
public record Letter(
        Locale locale, String subject, String greeting, List<Block> blocks, String signature, boolean confidential) {

    /** The same letter with its texts isolated, so that none changes the writing direction of what stands beside it. */
    Letter contained() {
        return new Letter(
                locale, subject, greeting, blocks.stream().map(Block::contained).toList(), signature, confidential);
    }

    /** What the letter quotes, {@code null} where nothing. */
    String quoted() {
        return blocks.stream()
                .filter(Block::isQuote)
                .map(Block::text)
                .findFirst()
                .orElse(null);
    }

    /** A piece of a letter: a paragraph, somebody's own words, or a list of facts. */
    public record Block(Kind kind, String text, List<LetterFact> facts) {

        enum Kind {
            PARAGRAPH,
            /** A person's words as they wrote them. */
            QUOTE,
            FACTS
        }

        Block contained() {
            return new Block(
                    kind,
                    TextDirection.contained(text),
                    facts.stream().map(LetterFact::contained).toList());
        }

        public boolean isQuote() {
            return kind == Kind.QUOTE;
        }

        public boolean isList() {
            return kind == Kind.FACTS;
        }
    }

    /**
     * A letter in its form, ready to be sent.
     *
     * @param words what a person would say
     * @param quoted what it quotes as a person wrote it, {@code null} where nothing
     * @param confidential whether it may tell of the order, since it is certain who reads it
     */
    public record Rendered(
            Locale locale,
            String subject,
            String words,
            String text,
            String html,
            String quoted,
            boolean confidential) {

        /** Something that is only words, such as what a customer wrote. */
        public static Rendered plain(String words) {
            return new Rendered(Locale.ROOT, "", words, words, "", null, false);
        }
    }

    /** Puts blocks one under the other. */
    public static class Body {

        private final List<Block> blocks = new ArrayList<>();

        public Body say(String paragraph) {
            blocks.add(new Block(Block.Kind.PARAGRAPH, paragraph, List.of()));
            return this;
        }

        Body quote(String words) {
            blocks.add(new Block(Block.Kind.QUOTE, words, List.of()));
            return this;
        }

        /** Lists facts, unless there are none. */
        public Body list(List<LetterFact> facts) {
            if (!facts.isEmpty()) {
                blocks.add(new Block(Block.Kind.FACTS, "", facts));
            }
            return this;
        }

        public List<Block> blocks() {
            return List.copyOf(blocks);
        }
    }
}
