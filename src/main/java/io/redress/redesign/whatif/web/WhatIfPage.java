package io.redress.redesign.whatif.web;

import io.redress.core.input.RefusedInput;
import io.redress.core.text.PageFormat;
import io.redress.redesign.whatif.WhatIf;
import io.redress.redesign.whatif.WhatIfReport;
import io.redress.redesign.whatif.WhatIfRun;
import io.redress.redesign.whatif.WhatIfRun.CaseList;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which managers try tables; {@code security} says who may open them. */
@Hidden
@Controller
@RequestMapping("/models/what-if")
class WhatIfPage {

    private static final int LATEST = 20;

    /** How many cases the page shows; the file and the API have more. */
    private static final int MOST = 200;

    private final WhatIf whatIf;
    private final ZoneId zone;
    private final Clock clock;

    WhatIfPage(WhatIf whatIf, @Value("${redress.zone}") ZoneId zone, Clock clock) {
        this.whatIf = whatIf;
        this.zone = zone;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all() {
        return overview(null, Map.of(), Map.of("last", "1000"), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView start(
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String last,
            Principal manager) {
        Map<String, String> typed = Map.of(
                "from", Objects.toString(from, ""), "to", Objects.toString(to, ""), "last", Objects.toString(last, ""));
        try {
            WhatIfRun run = whatIf.start(
                    Uploads.models(file), SpanFields.read(from, to, last, zone, clock.instant()), manager.getName());
            return new ModelAndView("redirect:/models/what-if/" + run.id());
        } catch (RefusedInput refused) {
            List<String> elsewhere = refused.problems().stream()
                    .filter(problem -> !List.of("file", "from", "to", "last").contains(problem.field()))
                    .map(problem -> problem.field() + ": " + problem.message())
                    .toList();
            return overview(
                    elsewhere.isEmpty() ? null : String.join(" ", elsewhere),
                    refused.byField(),
                    typed,
                    HttpStatus.BAD_REQUEST);
        } catch (WhatIf.TooManyWaiting tooMany) {
            return overview(tooMany.getMessage(), Map.of(), typed, HttpStatus.CONFLICT);
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id, Principal manager) {
        return whatIf.find(id)
                .map(run -> page(run, manager))
                .orElseGet(() -> overview("There is no such run.", Map.of(), Map.of(), HttpStatus.NOT_FOUND));
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable UUID id) {
        whatIf.cancel(id);
        return new ModelAndView("redirect:/models/what-if/" + id);
    }

    @GetMapping("/{id}/cases.csv")
    ResponseEntity<String> cases(@PathVariable UUID id, Principal manager) {
        WhatIfRun run = whatIf.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return CasesFile.of(run, whatIf, manager.getName());
    }

    private ModelAndView page(WhatIfRun run, Principal manager) {
        WhatIfReport report = run.report();
        String reader = manager.getName();
        return new ModelAndView("what-if-run")
                .addObject("run", run)
                .addObject("report", report)
                .addObject("charts", report == null ? List.of() : CostBars.of(report.byMonth()))
                .addObject("changed", whatIf.cases(run.id(), CaseList.CHANGED, 0, MOST, reader))
                .addObject("undecided", whatIf.cases(run.id(), CaseList.UNDECIDED, 0, MOST, reader))
                .addObject("most", MOST)
                .addObject("say", new PageFormat(zone));
    }

    private ModelAndView overview(
            String problem, Map<String, String> wrong, Map<String, String> typed, HttpStatus status) {
        ModelAndView page = new ModelAndView("what-if");
        page.setStatus(status);
        return page.addObject("latest", whatIf.latest(LATEST))
                .addObject("problem", problem)
                .addObject("wrong", wrong)
                .addObject("typed", typed)
                .addObject("say", new PageFormat(zone));
    }
}
