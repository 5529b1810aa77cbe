package io.redress.sandbox.smtp;

import java.util.Optional;

/**
 * The argument of MAIL or RCPT: an address between angle brackets, and the parameters behind it.
 *
 * @param address as it was sent, its quotation marks too; empty for the null sender
 */
record SmtpPath(String address, String parameters) {

    /** @param keyword {@code FROM:} or {@code TO:} */
    static Optional<SmtpPath> parse(String argument, String keyword) {
        if (!argument.regionMatches(true, 0, keyword, 0, keyword.length())) {
            return Optional.empty();
        }
        var path = argument.substring(keyword.length()).strip();
        int end = path.startsWith("<") ? end(path) : -1;
        return end < 0
                ? Optional.empty()
                : Optional.of(new SmtpPath(
                        path.substring(1, end), path.substring(end + 1).strip()));
    }

    /** Whether it is a mailbox: something before the last {@code @}, and a domain without blanks behind it. */
    boolean isMailbox() {
        int at = address.lastIndexOf('@');
        return at > 0
                && at < address.length() - 1
                && address.substring(at).chars().noneMatch(Character::isWhitespace)
                && address.chars().noneMatch(Character::isISOControl);
    }

    /** Where the bracket closes that is not inside quotation marks; -1 where there is none. */
    private static int end(String path) {
        boolean quoted = false;
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ' ' || c == '<')) {
                return -1;
            } else if (!quoted && c == '>') {
                return i;
            }
        }
        return -1;
    }
}
