package io.redress.people.team.web;

import io.redress.core.input.RefusedInput;
import io.redress.people.team.TeamChanges;
import io.redress.people.team.TeamDraft;
import io.redress.people.team.Teams;
import io.redress.time.calendar.Calendars;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which managers see and change the teams; {@code security} defines who may open it. */
@Hidden
@Controller
@RequestMapping("/teams")
class TeamsPage {

    private final Teams teams;
    private final TeamChanges changes;
    private final TeamViews views;
    private final Calendars calendars;

    TeamsPage(Teams teams, TeamChanges changes, TeamViews views, Calendars calendars) {
        this.teams = teams;
        this.changes = changes;
        this.views = views;
        this.calendars = calendars;
    }

    /** What somebody typed, to be shown again where it is refused. */
    record Typed(
            String id,
            String name,
            String markets,
            String languages,
            String calendar,
            String zone,
            String lead,
            String deputies,
            String members,
            boolean overflow) {

        static Typed of(TeamView team) {
            return new Typed(
                    team.id(),
                    team.name(),
                    String.join(", ", team.markets()),
                    String.join(", ", team.languages()),
                    team.calendar(),
                    team.zone(),
                    team.lead(),
                    String.join(", ", team.deputies()),
                    String.join(", ", team.members()),
                    team.overflow());
        }

        TeamDraft draft() {
            return new TeamDraft(
                    name,
                    list(markets),
                    list(languages),
                    calendar,
                    zone,
                    lead,
                    list(deputies),
                    list(members),
                    overflow);
        }

        private static List<String> list(String written) {
            return written == null
                    ? List.of()
                    : Arrays.stream(written.split("[,;\\s]+"))
                            .filter(one -> !one.isBlank())
                            .toList();
        }
    }

    /** @param team which one is shown in the form, a new one where it is missing or not known */
    @GetMapping
    ModelAndView show(@RequestParam(required = false) String team) {
        Typed typed = teams.find(team).map(views::of).map(Typed::of).orElse(null);
        return page(typed, typed != null, null, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView change(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String markets,
            @RequestParam(defaultValue = "") String languages,
            @RequestParam(defaultValue = "") String calendar,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String lead,
            @RequestParam(defaultValue = "") String deputies,
            @RequestParam(defaultValue = "") String members,
            @RequestParam(defaultValue = "false") boolean overflow,
            Principal manager) {
        Typed typed =
                new Typed(id.strip(), name, markets, languages, calendar, zone, lead, deputies, members, overflow);
        try {
            changes.put(typed.id(), typed.draft(), manager.getName());
        } catch (RefusedInput refused) {
            return page(typed, teams.find(typed.id()).isPresent(), refused, HttpStatus.BAD_REQUEST);
        }
        ModelAndView again = new ModelAndView("redirect:/teams");
        again.addObject("team", typed.id());
        return again;
    }

    /** @param refused {@code null} where nothing was */
    private ModelAndView page(Typed typed, boolean known, RefusedInput refused, HttpStatus status) {
        ModelAndView page = new ModelAndView("teams");
        page.setStatus(status);
        page.addObject("teams", views.all());
        page.addObject(
                "typed", typed == null ? new Typed("", "", "", "", Calendars.STANDARD, "", "", "", "", false) : typed);
        page.addObject("known", known);
        page.addObject("problems", refused == null ? List.of() : refused.problems());
        page.addObject("wrong", refused == null ? Map.of() : refused.byField());
        page.addObject("calendars", calendars.names());
        return page;
    }
}
