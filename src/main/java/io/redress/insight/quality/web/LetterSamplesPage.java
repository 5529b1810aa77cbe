package io.redress.insight.quality.web;

import io.redress.core.input.RefusedInput;
import io.redress.core.input.Years;
import io.redress.core.text.PageFormat;
import io.redress.insight.quality.LetterSample;
import io.redress.insight.quality.LetterSamples;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which leads draw and score letters, and handlers read what was thought of theirs. */
@Hidden
@Controller
@RequestMapping("/letter-samples")
class LetterSamplesPage {

    private static final String USUAL_COUNT = "5";

    private final LetterSamples samples;
    private final ZoneId zone;

    LetterSamplesPage(LetterSamples samples, @Value("${redress.zone}") ZoneId zone) {
        this.samples = samples;
        this.zone = zone;
    }

    @GetMapping
    ModelAndView show(Principal reader) {
        return page(reader, Map.of(), Map.of("count", USUAL_COUNT), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView draw(
            @RequestParam(required = false) String count,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String handler,
            Principal lead) {
        return orProblem(lead, typed("count", count, "from", from, "to", to, "handler", handler), () -> {
            List<LetterSample> drawn =
                    samples.draw(number(count), day("from", from), day("to", to), given(handler), lead.getName());
            if (drawn.isEmpty()) {
                throw new RefusedInput("count", "There is no letter in these days that nobody has drawn yet.");
            }
        });
    }

    @PostMapping("/{id}")
    ModelAndView score(
            @PathVariable UUID id,
            @RequestParam(required = false) String score,
            @RequestParam(required = false) String comment,
            Principal lead) {
        return orProblem(
                lead,
                typed("id", id.toString(), "score", score, "comment", comment, "count", USUAL_COUNT),
                () -> samples.score(id, number(score), comment, lead.getName()));
    }

    private ModelAndView orProblem(Principal reader, Map<String, String> typed, Runnable work) {
        try {
            work.run();
            return new ModelAndView("redirect:/letter-samples");
        } catch (RefusedInput refused) {
            return page(reader, refused.byField(), typed, HttpStatus.BAD_REQUEST);
        }
    }

    /** @param typed what somebody typed, to be shown again where it is refused; by the field */
    private ModelAndView page(
            Principal reader, Map<String, String> wrong, Map<String, String> typed, HttpStatus status) {
        String login = reader.getName();
        ModelAndView page = new ModelAndView("letter-samples");
        page.setStatus(status);
        page.addObject("judges", samples.judges(login));
        page.addObject("most", LetterSamples.MOST_DRAWN);
        page.addObject("open", samples.readBy(login, null, false));
        page.addObject("scored", samples.readBy(login, null, true));
        page.addObject("wrong", wrong);
        page.addObject("typed", typed);
        page.addObject("say", new PageFormat(zone));
        return page;
    }

    private static Map<String, String> typed(String... fields) {
        Map<String, String> typed = new HashMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            typed.put(fields[at], fields[at + 1]);
        }
        return typed;
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Integer number(String written) {
        try {
            return written == null || written.isBlank() ? null : Integer.valueOf(written.strip());
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static LocalDate day(String field, String written) {
        try {
            return written == null || written.isBlank() ? null : Years.near(LocalDate.parse(written));
        } catch (DateTimeException noDay) {
            throw new RefusedInput(field, "Give days such as 2026-11-24.");
        }
    }
}
