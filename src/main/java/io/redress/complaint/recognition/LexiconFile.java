package io.redress.complaint.recognition;

import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file of the lexicon, read line by line: headings such as {@code [en certain]} or {@code [de possible with child]},
 * and below each its phrases, one per line. Lines that begin with a hash are comments.
 */
record LexiconFile(String name, LexiconKind kind, List<Line> lines) {

    static final int MOST_LINES = 5_000;
    static final int MOST_CHARACTERS = 200_000;
    static final int LONGEST_LINE = 1_500;

    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_WAYS = 100_000;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{1,39}");
    private static final Pattern HEADING =
            Pattern.compile("\\[\\s*([a-z]{2})\\s+([a-z]+)(?:\\s+with\\s+([a-z-]+))?\\s*]");

    /**
     * A phrase and its place in the file.
     *
     * @param number of the line, from 1
     * @param with the group that has to stand near, {@code null} where the phrase is meant without
     */
    record Line(int number, String language, PhraseUse use, String with, Phrase phrase) {}

    /**
     * Reads a file.
     *
     * @throws RefusedInput naming each line that cannot be read, at most twenty
     */
    static LexiconFile read(String name, String text) {
        if (!NAME.matcher(name).matches()) {
            throw new RefusedInput("name", "A file's name has 2 to 40 small letters and hyphens.");
        }
        List<String> lines = text.lines().toList();
        if (lines.size() > MOST_LINES) {
            throw new RefusedInput(
                    field(MOST_LINES + 1),
                    "The file has %,d lines, more than %,d.".formatted(lines.size(), MOST_LINES));
        }
        if (text.length() > MOST_CHARACTERS) {
            int line = (int) text.substring(0, MOST_CHARACTERS).lines().count();
            throw new RefusedInput(field(line), "The file has more than %,d characters.".formatted(MOST_CHARACTERS));
        }
        return new Reading(name, LexiconKind.of(name)).of(lines);
    }

    /** How many phrases there are. */
    int phrases() {
        return lines.size();
    }

    /** The phrases that an earlier file had and this one has not, as they stood. */
    List<String> without(LexiconFile earlier) {
        Set<String> kept = lines.stream().map(LexiconFile::spoken).collect(Collectors.toSet());
        return earlier.lines.stream()
                .map(LexiconFile::spoken)
                .filter(line -> !kept.contains(line))
                .distinct()
                .toList();
    }

    private static String spoken(Line line) {
        return line.language() + " " + line.use().word() + ": " + line.phrase().text();
    }

    private static String field(int line) {
        return "line " + line;
    }

    /** One reading of a file. */
    private static final class Reading {

        private final String name;
        private final LexiconKind kind;
        private final Set<String> groups = LexiconKind.GROUPS;
        private final List<Line> read = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private String language;
        private PhraseUse use;
        private String with;
        private int ways;

        Reading(String name, LexiconKind kind) {
            this.name = name;
            this.kind = kind;
        }

        LexiconFile of(List<String> lines) {
            for (int i = 0; i < lines.size() && problems.size() < MOST_PROBLEMS; i++) {
                line(i + 1, lines.get(i).strip());
            }
            if (problems.isEmpty() && read.isEmpty()) {
                problems.add(new Problem(field(Math.max(1, lines.size())), "The file holds no phrase."));
            }
            if (!problems.isEmpty()) {
                throw new RefusedInput(problems);
            }
            return new LexiconFile(name, kind, List.copyOf(read));
        }

        private void line(int number, String line) {
            if (line.codePoints().anyMatch(character -> Character.isISOControl(character) && character != '\t')) {
                refuse(number, "The line holds a character that is no text.");
            } else if (line.length() > LONGEST_LINE) {
                refuse(number, "The line has more than %d characters.".formatted(LONGEST_LINE));
            } else if (line.startsWith("[")) {
                heading(number, line);
            } else if (!line.startsWith("#") && !VisibleText.isMissing(line)) {
                phrase(number, line);
            }
        }

        private void heading(int number, String line) {
            Matcher parts = HEADING.matcher(line);
            use = null;
            if (!parts.matches()) {
                refuse(number, "\"%s\" is no heading; write for instance [en %s].".formatted(line, kind.sections()));
                return;
            }
            Optional<PhraseUse> named = PhraseUse.of(parts.group(2)).filter(kind::has);
            if (named.isEmpty()) {
                refuse(
                        number,
                        "\"%s\" is no section of \"%s\", which has: %s."
                                .formatted(parts.group(2), name, kind.sections()));
            } else if (WordReader.of(parts.group(1)).isEmpty()) {
                refuse(
                        number,
                        "The language \"%s\" cannot be read; these can: %s."
                                .formatted(parts.group(1), String.join(", ", new TreeSet<>(WordReader.ALL.keySet()))));
            } else if (parts.group(3) != null && !groups.contains(parts.group(3))) {
                refuse(number, unknownGroup(parts.group(3), groups));
            } else {
                language = parts.group(1);
                with = parts.group(3);
                use = named.get();
            }
        }

        private void phrase(int number, String line) {
            if (use == null) {
                if (problems.isEmpty()) {
                    refuse(number, "The phrase stands below no heading, such as [en %s].".formatted(kind.sections()));
                }
                return;
            }
            try {
                boolean tells = use == PhraseUse.CERTAIN || use == PhraseUse.POSSIBLE || use == PhraseUse.FOUND;
                Phrase phrase = Phrase.read(line, WordReader.of(language).orElseThrow(), groups, tells);
                ways += phrase.ways().size();
                if (ways > MOST_WAYS) {
                    throw new IllegalArgumentException(
                            "With this line the phrases can be said in more than %,d ways.".formatted(MOST_WAYS));
                }
                read.add(new Line(number, language, use, with, phrase));
            } catch (IllegalArgumentException wrong) {
                refuse(number, wrong.getMessage());
            }
        }

        private void refuse(int number, String message) {
            problems.add(new Problem(field(number), message));
        }
    }

    static String unknownGroup(String group, Set<String> groups) {
        return "There is no group \"%s\"; there are: %s.".formatted(group, String.join(", ", new TreeSet<>(groups)));
    }
}
