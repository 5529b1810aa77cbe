package io.redress.intake.takeover.web;

import io.redress.core.input.RefusedInput;
import io.redress.core.text.PageFormat;
import io.redress.intake.registration.CaseAccess;
import io.redress.intake.takeover.ImportFormat;
import io.redress.intake.takeover.ImportRun;
import io.redress.intake.takeover.ImportRun.Brought;
import io.redress.intake.takeover.Imports;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page on which managers import open cases; {@code security} says who may open it. */
@Hidden
@Controller
@RequestMapping("/imports")
class ImportsPage {

    private static final int LATEST = 20;
    private static final String USUAL_SOURCE = "import";

    /** How many faults and cases the page shows; the API has all. */
    private static final int MOST = 500;

    private final Imports imports;
    private final CaseAccess access;
    private final ZoneId zone;

    ImportsPage(Imports imports, CaseAccess access, @Value("${redress.zone}") ZoneId zone) {
        this.imports = imports;
        this.access = access;
        this.zone = zone;
    }

    @GetMapping
    ModelAndView all() {
        return overview(null, Map.of(), USUAL_SOURCE, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView check(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String source,
            Principal manager)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return overview(null, Map.of("file", "Choose a file."), source, HttpStatus.BAD_REQUEST);
        }
        String name = String.valueOf(file.getOriginalFilename()).toLowerCase(Locale.ROOT);
        ImportFormat format = name.endsWith(".json") ? ImportFormat.JSON : ImportFormat.CSV;
        try {
            ImportRun run = imports.dryRun(file.getBytes(), format, source.strip(), manager.getName());
            return new ModelAndView("redirect:/imports/" + run.id());
        } catch (RefusedInput refused) {
            boolean atField = refused.byField().containsKey("source");
            return overview(
                    atField ? null : refused.problems().get(0).message(),
                    refused.byField(),
                    source,
                    HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id, Principal manager) {
        return imports.find(id)
                .map(run -> new ModelAndView("import")
                        .addObject("run", run)
                        .addObject("brought", seen(imports.brought(id, MOST), manager))
                        .addObject("most", MOST)
                        .addObject("say", new PageFormat(zone)))
                .orElseGet(() -> overview("There is no such import.", Map.of(), USUAL_SOURCE, HttpStatus.NOT_FOUND));
    }

    @PostMapping("/{id}")
    ModelAndView start(@PathVariable UUID id, Principal manager) {
        try {
            return new ModelAndView("redirect:/imports/"
                    + imports.startChecked(id, manager.getName()).id());
        } catch (Imports.NotChecked unchecked) {
            return overview(
                    "Nothing was imported: this check is older than a day, or its file is imported already."
                            + " Choose the file once more.",
                    Map.of(),
                    USUAL_SOURCE,
                    HttpStatus.CONFLICT);
        }
    }

    private List<Brought> seen(List<Brought> brought, Principal manager) {
        Set<String> visible =
                access.visible(brought.stream().map(Brought::caseNumber).toList(), manager.getName());
        return brought.stream()
                .filter(one -> visible.contains(one.caseNumber()))
                .toList();
    }

    private ModelAndView overview(String problem, Map<String, String> wrong, String source, HttpStatus status) {
        ModelAndView page = new ModelAndView("imports");
        page.setStatus(status);
        List<ImportRun> latest = imports.latest(LATEST);
        return page.addObject("latest", latest)
                .addObject("problem", problem)
                .addObject("wrong", wrong)
                .addObject("typed", source)
                .addObject("say", new PageFormat(zone));
    }
}
