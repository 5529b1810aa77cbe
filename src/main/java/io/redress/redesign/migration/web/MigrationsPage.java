package io.redress.redesign.migration.web;

import io.redress.core.input.RefusedInput;
import io.redress.core.text.PageFormat;
import io.redress.redesign.lint.FindingTexts;
import io.redress.redesign.lint.RefusedModels;
import io.redress.redesign.migration.MigrationRun;
import io.redress.redesign.migration.Migrations;
import io.redress.redesign.migration.OpenVersion;
import io.redress.redesign.migration.OpenVersions;
import io.redress.redesign.migration.Order;
import io.redress.redesign.release.ModelVersions;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which managers move open cases; {@code security} says who may open them. */
@Hidden
@Controller
@RequestMapping("/models/open-cases")
class MigrationsPage {

    private static final int LATEST = 20;

    /** How many cases the page shows; the API has more. */
    private static final int MOST = 500;

    private final OpenVersions open;
    private final Migrations migrations;
    private final ModelVersions versions;
    private final FindingTexts texts;
    private final PageFormat say;
    private final Clock clock;

    MigrationsPage(
            OpenVersions open,
            Migrations migrations,
            ModelVersions versions,
            FindingTexts texts,
            @Value("${redress.zone}") ZoneId zone,
            Clock clock) {
        this.open = open;
        this.migrations = migrations;
        this.versions = versions;
        this.texts = texts;
        this.say = new PageFormat(zone);
        this.clock = clock;
    }

    /**
     * A version by which cases run.
     *
     * @param findings what is wrong with it, in the reader's language
     */
    record Shown(OpenVersion open, List<FindingTexts.Sentences> findings) {}

    @GetMapping
    ModelAndView all(Locale locale) {
        return overview(null, locale, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView start(
            @RequestParam String process,
            @RequestParam int to,
            @RequestParam(required = false) Integer from,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            Principal manager) {
        if (!dryRun && (reason.isBlank() || reason.length() > MigrationsController.LONGEST_REASON)) {
            return overview("Say why, in at most 1,000 characters.", locale, HttpStatus.BAD_REQUEST);
        }
        try {
            MigrationRun run = migrations.start(new Order(process, to, from, dryRun, reason), manager.getName());
            return new ModelAndView("redirect:/models/open-cases/" + run.id());
        } catch (RefusedInput refused) {
            String problems = refused.problems().stream()
                    .map(problem -> problem.message())
                    .collect(Collectors.joining(" "));
            String why = refused instanceof RefusedModels ? "This version would not be let in today. " : "";
            return overview(why + problems, locale, HttpStatus.BAD_REQUEST);
        } catch (Migrations.MovingAlready already) {
            return overview(already.getMessage(), locale, HttpStatus.CONFLICT);
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id, Locale locale, Principal manager) {
        return migrations
                .find(id)
                .map(run -> new ModelAndView("migration")
                        .addObject("run", run)
                        .addObject("target", versions.find(run.to()).orElseThrow())
                        .addObject("cases", migrations.cases(id, 0, MOST, manager.getName()))
                        .addObject("most", MOST)
                        .addObject("now", clock.instant())
                        .addObject("say", say))
                .orElseGet(() -> overview("There is no such move.", locale, HttpStatus.NOT_FOUND));
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable UUID id) {
        migrations.cancel(id);
        return new ModelAndView("redirect:/models/open-cases/" + id);
    }

    private ModelAndView overview(String problem, Locale locale, HttpStatus status) {
        ModelAndView page = new ModelAndView("open-cases");
        page.setStatus(status);
        return page.addObject("problem", problem)
                .addObject("language", locale.getLanguage().equals("de") ? "de" : "en")
                .addObject(
                        "open",
                        open.all().stream()
                                .sorted(Comparator.comparing(MigrationsPage::goesOn))
                                .map(one -> shown(one, locale))
                                .toList())
                .addObject("latest", migrations.latest(LATEST))
                .addObject("say", say);
    }

    /** Those that need somebody come first. */
    private static boolean goesOn(OpenVersion one) {
        return one.isSound() && one.standing() == 0;
    }

    private Shown shown(OpenVersion one, Locale locale) {
        return new Shown(
                one,
                one.findings().stream()
                        .map(finding -> texts.of(finding, locale))
                        .toList());
    }
}
