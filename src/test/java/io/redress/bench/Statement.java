package io.redress.bench;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the database counted for one statement.
 *
 * @param text the statement, with the places of its parameters
 * @param rows how many it answered or changed
 * @param millis how long it ran
 * @param walBytes what it wrote into the log
 */
public record Statement(String text, double calls, double rows, double millis, double walBytes) {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|--[^\\n]*", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LIST = Pattern.compile("\\(\\s*\\$\\d+(?:\\s*,\\s*(?:\\$\\d+|\\d+|null))*\\s*\\)");
    private static final Pattern LISTS = Pattern.compile("\\(…\\)(?:\\s*,\\s*\\(…\\))+");
    private static final Pattern LOCK = Pattern.compile("\\bfor (?:no key )?update\\b");
    private static final Pattern WRITING = Pattern.compile("\\b(insert into|update|delete from)\\s+([\\w.\"]+)");
    private static final Pattern READING = Pattern.compile("\\b(?:from|join)\\s+(?:only\\s+)?([\\w.\"]+)");

    /** How the database words its own look at a foreign key. */
    private static final String FOREIGN_KEY = "operator(pg_catalog.=)";

    /** Whether a statement writes, reads, or is neither: begins and ends of transactions, checks of foreign keys. */
    public enum Kind {
        WRITE,
        READ,
        OTHER
    }

    /** By what it does, not by how it begins: with queries may write too. Locking reads are reads. */
    public Kind kind() {
        String plain = shape().toLowerCase(Locale.ROOT);
        if (plain.contains(FOREIGN_KEY)) {
            return Kind.OTHER;
        }
        return switch (plain.split("[ (]", 2)[0]) {
            case "insert", "update", "delete", "merge" -> Kind.WRITE;
            case "select", "values", "table" -> Kind.READ;
            case "with" -> WRITING.matcher(LOCK.matcher(plain).replaceAll("")).find() ? Kind.WRITE : Kind.READ;
            default -> Kind.OTHER;
        };
    }

    /** Its text on one line, the same however long its lists of parameters were: those are one statement to a reader. */
    public String shape() {
        String plain = COMMENT.matcher(text).replaceAll(" ");
        plain = LIST.matcher(plain).replaceAll("(…)");
        plain = LISTS.matcher(plain).replaceAll("(…)");
        return SPACE.matcher(plain).replaceAll(" ").trim();
    }

    /** The table it is about: the one written, or the first one read. */
    String table() {
        String plain = LOCK.matcher(shape().toLowerCase(Locale.ROOT)).replaceAll("");
        var matcher = (kind() == Kind.WRITE ? WRITING : READING).matcher(plain);
        return matcher.find() ? matcher.group(matcher.groupCount()).replace("\"", "") : "–";
    }

    Statement plus(Statement other) {
        return new Statement(
                text, calls + other.calls, rows + other.rows, millis + other.millis, walBytes + other.walBytes);
    }

    /** Its share of each of so many cases. */
    Statement each(double cases) {
        return new Statement(text, calls / cases, rows / cases, millis / cases, walBytes / cases);
    }
}
