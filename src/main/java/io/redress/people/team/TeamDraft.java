package io.redress.people.team;

import java.util.List;

/**
 * A team as a manager writes it; not checked yet.
 *
 * @param markets countries as in ISO 3166-1, empty for all
 * @param languages language tags such as {@code zh} or {@code zh-Hant}, empty for all
 * @param calendar {@code null} for the standard one
 * @param zone such as {@code Asia/Shanghai}, {@code null} for the installation's own
 * @param lead a login, {@code null} where every lead leads it
 * @param members logins; {@code null} leaves them as they are
 * @param overflow whether it takes what no other team can; {@code null} leaves it as it is
 */
public record TeamDraft(
        String name,
        List<String> markets,
        List<String> languages,
        String calendar,
        String zone,
        String lead,
        List<String> deputies,
        List<String> members,
        Boolean overflow) {

    /** The most characters of a name. */
    public static final int LONGEST_NAME = 100;

    /** The most entries of a list. */
    public static final int MOST_LISTED = 500;
}
