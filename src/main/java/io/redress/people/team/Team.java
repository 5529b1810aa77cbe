package io.redress.people.team;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A group of people who handle cases.
 *
 * @param id the group's id in the engine, also the candidate group of the team's tasks
 * @param markets the countries served, as in ISO 3166-1; empty for all
 * @param languages the languages spoken, as in ISO 639, with a script where it matters ({@code zh-Hant}); empty for all
 * @param calendar the name of the calendar that says when the team works
 * @param zone on whose wall clock the team's day ends
 * @param lead the login of who leads it, {@code null} where every lead does
 * @param deputies the logins of those who stand in for the lead
 * @param overflow whether it takes the cases that no other team can
 */
public record Team(
        String id,
        String name,
        Set<String> markets,
        Set<String> languages,
        String calendar,
        ZoneId zone,
        String lead,
        List<String> deputies,
        boolean overflow) {

    /** The logins of the lead and the deputies, the lead first; empty where every lead leads it. */
    public List<String> leading() {
        return Stream.concat(Stream.ofNullable(lead), deputies.stream())
                .distinct()
                .toList();
    }

    /**
     * How well the team speaks a language: 0 not at all, 1 as it speaks all, 2 by name, 3 with the very script or region.
     *
     * @param wanted {@code null} where it is not known, which every team speaks alike
     */
    int speaks(Locale wanted) {
        if (wanted == null || languages.isEmpty()) {
            return 1;
        }
        return languages.stream()
                .map(Locale::forLanguageTag)
                .mapToInt(spoken -> SpokenLanguage.match(spoken, wanted))
                .max()
                .orElse(0);
    }

    /**
     * How well the team serves a country: 0 not at all, 1 where the country is not known and the team serves only some, 2 as
     * it serves all, 3 by name.
     */
    int serves(String market) {
        if (markets.isEmpty()) {
            return 2;
        }
        if (market == null || market.isEmpty()) {
            return 1;
        }
        return markets.contains(market) ? 3 : 0;
    }
}
