package io.redress.remedy.report.web;

import io.redress.core.input.RefusedInput;
import io.redress.core.input.Years;
import io.redress.core.text.PageFormat;
import io.redress.core.text.VisibleText;
import io.redress.remedy.ledger.StopSwitch;
import io.redress.remedy.report.PaymentReport;
import io.redress.remedy.report.PaymentReport.Days;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which managers watch and turn the stop switch; {@code security} says who may open it. */
@Hidden
@Controller
@RequestMapping("/stop-switch")
class StopSwitchPage {

    private static final int LONGEST_REASON = 1_000;

    private final StopSwitch stopSwitch;
    private final StopSwitchViews views;
    private final PaymentReport report;
    private final ZoneId zone;

    StopSwitchPage(
            StopSwitch stopSwitch, StopSwitchViews views, PaymentReport report, @Value("${redress.zone}") ZoneId zone) {
        this.stopSwitch = stopSwitch;
        this.views = views;
        this.report = report;
        this.zone = zone;
    }

    @GetMapping
    ModelAndView show(@RequestParam(required = false) String from, @RequestParam(required = false) String to) {
        try {
            return page(days(from, to), Map.of(), "", HttpStatus.OK);
        } catch (RefusedInput refused) {
            return page(report.days(null, null), refused.byField(), "", HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping
    ModelAndView turn(
            @RequestParam(required = false) String held,
            @RequestParam(required = false) String reason,
            Principal manager) {
        boolean known = "true".equals(held) || "false".equals(held);
        if (!known || VisibleText.isMissing(reason) || reason.length() > LONGEST_REASON) {
            return page(
                    report.days(null, null),
                    Map.of("reason", "Say why, in a sentence; it is kept."),
                    reason,
                    HttpStatus.BAD_REQUEST);
        }
        stopSwitch.turn(Boolean.parseBoolean(held), reason.strip(), manager.getName());
        return new ModelAndView("redirect:/stop-switch");
    }

    @GetMapping(path = "/report.csv")
    ResponseEntity<String> file(
            @RequestParam(required = false) String from, @RequestParam(required = false) String to) {
        return ReportFile.of(views, days(from, to));
    }

    private ModelAndView page(Days days, Map<String, String> wrong, String typed, HttpStatus status) {
        ModelAndView page = new ModelAndView("stop-switch");
        page.setStatus(status);
        page.addObject("now", views.now());
        page.addObject("report", views.report(days));
        page.addObject("wrong", wrong);
        page.addObject("typed", typed);
        page.addObject("say", new PageFormat(zone));
        return page;
    }

    private Days days(String from, String to) {
        return report.days(day(from), day(to));
    }

    private static LocalDate day(String given) {
        try {
            return given == null || given.isBlank() ? null : Years.near(LocalDate.parse(given));
        } catch (DateTimeException noDay) {
            throw new RefusedInput("from", "Give days such as 2026-11-24.");
        }
    }
}
