package io.redress.people.team;

import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.text.VisibleText;
import io.redress.time.calendar.Calendars;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The check of a team as a manager wrote it, which names everything that is wrong with it. */
@Component
class TeamCheck {

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

    /** Groups that are something else. */
    private static final Set<String> RESERVED = Set.of(
            Groups.LEADS, Groups.MANAGERS, Groups.SYSTEMS, Groups.ADMINISTRATORS, "team", "owner", Groups.TEAM_MEMBER);

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final People people;
    private final Calendars calendars;
    private final ZoneId zone;

    TeamCheck(People people, Calendars calendars, @Value("${redress.zone}") ZoneId zone) {
        this.people = people;
        this.calendars = calendars;
        this.zone = zone;
    }

    /**
     * The team, once it can be followed.
     *
     * @param overflow whether it is to take what no other team can
     * @throws RefusedInput naming every field that is wrong
     */
    Team read(String id, TeamDraft draft, boolean overflow) {
        List<Problem> problems = new ArrayList<>();
        if (!id.matches(ID) || RESERVED.contains(id)) {
            problems.add(new Problem(
                    "id", "Must be letters, digits, - and _, at most 64, and none of the other groups' names."));
        }
        String name = VisibleText.of(draft.name()).orElse(null);
        if (name == null || name.length() > TeamDraft.LONGEST_NAME || hasNul(name)) {
            problems.add(new Problem("name", "Say what people call the team, in at most 100 visible characters."));
        }
        Set<String> markets = each("markets", draft.markets(), this::market, problems);
        Set<String> languages = each("languages", draft.languages(), this::language, problems);
        String calendar = isMissing(draft.calendar())
                ? Calendars.STANDARD
                : draft.calendar().strip();
        if (!calendars.names().contains(calendar)) {
            problems.add(new Problem(
                    "calendar", "There is no such calendar; there are: " + String.join(", ", calendars.names()) + "."));
        }
        ZoneId where = zone(draft.zone(), problems);
        String lead = isMissing(draft.lead()) ? null : draft.lead().strip();
        if (lead != null && hasNul(lead)) {
            problems.add(new Problem("lead", told("lead", "")));
        } else if (lead != null) {
            lead("lead", lead, problems);
        }
        Set<String> deputies = each("deputies", draft.deputies(), String::strip, problems);
        deputies.forEach(deputy -> lead("deputies", deputy, problems));
        each("members", draft.members(), String::strip, problems).forEach(member -> member(member, problems));
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        return new Team(id, name, markets, languages, calendar, where, lead, List.copyOf(deputies), overflow);
    }

    private void member(String login, List<Problem> problems) {
        if (people.find(login).isEmpty()) {
            problems.add(new Problem("members", "There is nobody with the login “%s”.".formatted(login)));
        } else if (people.groupsOf(login).contains(Groups.SYSTEMS)) {
            problems.add(new Problem("members", "“%s” is a connected system, no person.".formatted(login)));
        }
    }

    /** A lead of a team who is none by group could neither see nor approve what the team is to decide. */
    private void lead(String field, String login, List<Problem> problems) {
        if (people.find(login).isEmpty()) {
            problems.add(new Problem(field, "There is nobody with the login “%s”.".formatted(login)));
        } else if (!people.groupsOf(login).contains(Groups.LEADS)) {
            problems.add(new Problem(field, "“%s” is no member of the group leads.".formatted(login)));
        }
    }

    private ZoneId zone(String written, List<Problem> problems) {
        if (isMissing(written)) {
            return zone;
        }
        String name = written.strip();
        if (name.equals("UTC")
                || name.contains("/") && ZoneId.getAvailableZoneIds().contains(name)) {
            try {
                return ZoneId.of(name);
            } catch (DateTimeException unknown) {
                // named below
            }
        }
        problems.add(new Problem("zone", "Must be a time zone such as Europe/Berlin or Asia/Shanghai."));
        return zone;
    }

    private String market(String written) {
        String country = written.strip().toUpperCase(Locale.ROOT);
        return COUNTRIES.contains(country) ? country : null;
    }

    private String language(String written) {
        try {
            Locale tag = new Locale.Builder().setLanguageTag(written.strip()).build();
            return LANGUAGES.contains(tag.getLanguage()) ? tag.toLanguageTag() : null;
        } catch (IllformedLocaleException noTag) {
            return null;
        }
    }

    /** @param reader gives {@code null} for what cannot be read */
    private static Set<String> each(
            String field, List<String> written, Function<String, String> reader, List<Problem> problems) {
        if (written == null) {
            return Set.of();
        }
        if (written.size() > TeamDraft.MOST_LISTED) {
            problems.add(new Problem(field, "At most 500."));
            return Set.of();
        }
        Set<String> read = new LinkedHashSet<>();
        for (String one : written) {
            String value = isMissing(one) || hasNul(one) ? null : reader.apply(one);
            if (value == null) {
                problems.add(new Problem(field, told(field, Objects.toString(one, ""))));
            } else {
                read.add(value);
            }
        }
        return Collections.unmodifiableSet(read);
    }

    private static String told(String field, String written) {
        String said = written.length() > 40 ? written.substring(0, 40) + "…" : written;
        return switch (field) {
            case "markets" -> "“%s” is no country of ISO 3166-1, such as DE or CN.".formatted(said);
            case "languages" -> "“%s” is no language tag such as de, zh or zh-Hant.".formatted(said);
            default -> "“%s” is no login.".formatted(said);
        };
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    private static boolean isMissing(String text) {
        return VisibleText.isMissing(text);
    }
}
