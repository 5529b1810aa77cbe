package io.redress.people.team;

import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * The match of a language that somebody speaks with one that is wanted; which script is implied comes from the Unicode
 * CLDR.
 */
final class SpokenLanguage {

    private SpokenLanguage() {}

    /**
     * 0 where it is another language, script or region, 2 where it is the language, 3 where it is named more exactly.
     */
    static int match(Locale spoken, Locale wanted) {
        if (!spoken.getLanguage().equals(wanted.getLanguage())) {
            return 0;
        }
        boolean otherScript =
                !spoken.getScript().isEmpty() && !spoken.getScript().equals(script(wanted));
        boolean otherRegion =
                !spoken.getCountry().isEmpty() && !spoken.getCountry().equals(wanted.getCountry());
        if (otherScript || otherRegion) {
            return 0;
        }
        return spoken.getScript().isEmpty() && spoken.getCountry().isEmpty() ? 2 : 3;
    }

    private static String script(Locale wanted) {
        return ULocale.addLikelySubtags(ULocale.forLocale(wanted.stripExtensions()))
                .getScript();
    }
}
