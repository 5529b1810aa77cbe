package io.redress.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is to be said, before it has its form.
 *
 * @param blocks in the order in which they are read
 * @param signature the name of who speaks
 */
record Letter(Locale locale, String subject, String greeting, List<Block> blocks, String signature) {

    /** A piece of a letter: a paragraph, somebody's own words, or a list of facts. */
    record Block(Kind kind, String text, List<Fact> facts) {

        enum Kind {
            PARAGRAPH,
            /** A person's words as they wrote them. */
            QUOTE,
            FACTS
        }

        public boolean isQuote() {
            return kind == Kind.QUOTE;
        }

        public boolean isList() {
            return kind == Kind.FACTS;
        }
    }

    /** A letter in its form, ready to be sent; {@code words} is what a person would say. */
    record Rendered(Locale locale, String subject, String words, String text, String html) {

        /** Something that is only words, such as what a customer wrote. */
        static Rendered plain(String words) {
            return new Rendered(Locale.ROOT, "", words, words, "");
        }
    }

    /** Puts blocks one under the other. */
    static class Body {

        private final List<Block> blocks = new ArrayList<>();

        Body say(String paragraph) {
            blocks.add(new Block(Block.Kind.PARAGRAPH, paragraph, List.of()));
            return this;
        }

        Body quote(String words) {
            blocks.add(new Block(Block.Kind.QUOTE, words, List.of()));
            return this;
        }

        /** Lists facts, unless there are none. */
        Body list(List<Fact> facts) {
            if (!facts.isEmpty()) {
                blocks.add(new Block(Block.Kind.FACTS, "", facts));
            }
            return this;
        }

        List<Block> blocks() {
            return List.copyOf(blocks);
        }
    }
}
