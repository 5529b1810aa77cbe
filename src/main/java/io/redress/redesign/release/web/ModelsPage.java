package io.redress.redesign.release.web;

import io.redress.core.input.RefusedInput;
import io.redress.core.text.PageFormat;
import io.redress.redesign.difference.Change;
import io.redress.redesign.difference.Differences;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.FindingTexts;
import io.redress.redesign.lint.Lint;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.release.ChangedMeanwhile;
import io.redress.redesign.release.ModelDrafts;
import io.redress.redesign.release.ModelVersion;
import io.redress.redesign.release.ModelVersions;
import io.redress.redesign.release.PutLive;
import io.redress.redesign.release.ShippedBeside;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The pages on which managers see what is live, have files checked, put them live and take them back; {@code security}
 * defines who may open them.
 */
@Hidden
@Controller
@RequestMapping("/models")
class ModelsPage {

    private final ModelVersions versions;
    private final ModelDrafts drafts;
    private final ShippedBeside beside;
    private final PutLive putLive;
    private final Differences differences;
    private final Lint lint;
    private final FindingTexts texts;
    private final PageFormat say;

    ModelsPage(
            ModelVersions versions,
            ModelDrafts drafts,
            ShippedBeside beside,
            PutLive putLive,
            Differences differences,
            Lint lint,
            FindingTexts texts,
            @Value("${redress.zone}") ZoneId zone) {
        this.versions = versions;
        this.drafts = drafts;
        this.beside = beside;
        this.putLive = putLive;
        this.differences = differences;
        this.lint = lint;
        this.texts = texts;
        this.say = new PageFormat(zone);
    }

    /** A finding in the reader's language. */
    record Said(Finding finding, FindingTexts.Sentences sentences) {}

    /**
     * A file of a draft.
     *
     * @param live what it would replace, {@code null} where it is new
     */
    record Drafted(String file, ModelVersion live, List<Change> changes) {}

    @GetMapping
    ModelAndView all() {
        return overview(null, HttpStatus.OK);
    }

    @GetMapping("/file")
    ModelAndView file(@RequestParam String name) {
        return file(name, null, HttpStatus.OK);
    }

    @GetMapping("/versions/{id}")
    ModelAndView version(@PathVariable int id) {
        ModelVersion version = find(id);
        Optional<ModelVersion> before = versions.before(version);
        ModelFile file = versions.file(version);
        return page("model-difference")
                .addObject("title", version.file())
                .addObject("version", version)
                .addObject("before", before.orElse(null))
                .addObject("diagram", file.kind() == ModelFile.Kind.DIAGRAM)
                .addObject(
                        "earlier",
                        before.map(one -> "/models/versions/" + one.id() + "/content")
                                .orElse(null))
                .addObject("later", "/models/versions/" + id + "/content")
                .addObject(
                        "changes",
                        before.map(one -> differences.between(versions.file(one), file))
                                .orElseGet(List::of));
    }

    @GetMapping("/versions/{id}/content")
    ResponseEntity<byte[]> content(@PathVariable int id) {
        return VersionsController.download(versions, find(id));
    }

    @PostMapping("/versions/{id}/restore")
    ModelAndView restore(
            @PathVariable int id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) Integer seen,
            Principal manager) {
        ModelVersion version = find(id);
        return tried(
                () -> putLive.restore(version, manager(manager, reason), seen),
                () -> toFile(version.file()),
                (problem, status) -> file(version.file(), problem, status));
    }

    @PostMapping("/versions/{id}/reason")
    ModelAndView reason(@PathVariable int id, @RequestParam(defaultValue = "") String reason, Principal manager) {
        ModelVersion version = find(id);
        if (reason.isBlank() || reason.length() > VersionsController.LONGEST_REASON) {
            return file(version.file(), "Say why, in at most 1,000 characters.", HttpStatus.BAD_REQUEST);
        }
        return versions.giveReason(version, reason.strip(), manager.getName())
                ? toFile(version.file())
                : file(version.file(), "Somebody has given a reason already.", HttpStatus.CONFLICT);
    }

    @PostMapping("/check")
    ModelAndView check(@RequestParam(name = "file", required = false) List<MultipartFile> uploaded, Principal manager) {
        List<ModelFile> files = Stream.ofNullable(uploaded)
                .flatMap(List::stream)
                .filter(file -> !file.isEmpty())
                .map(ModelFile::uploaded)
                .toList();
        if (files.isEmpty()) {
            return overview("Choose a file.", HttpStatus.BAD_REQUEST);
        }
        return new ModelAndView("redirect:/models/drafts/" + drafts.keep(files, manager.getName()));
    }

    @GetMapping("/drafts/{id}")
    ModelAndView draft(@PathVariable UUID id, Locale locale, Principal manager) {
        return draft(id, locale, manager, null, HttpStatus.OK);
    }

    @PostMapping("/drafts/{id}")
    ModelAndView putLive(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) Integer seen,
            Locale locale,
            Principal manager) {
        List<ModelFile> files = drafts.find(id, manager.getName());
        if (files.isEmpty()) {
            return overview("This check is older than a day. Choose the files once more.", HttpStatus.CONFLICT);
        }
        return tried(
                () -> putLive.deploy(files, manager(manager, reason), seen),
                () -> files.size() == 1 ? toFile(files.get(0).name()) : new ModelAndView("redirect:/models"),
                (problem, status) -> draft(id, locale, manager, problem, status));
    }

    private ModelAndView draft(UUID id, Locale locale, Principal manager, String problem, HttpStatus status) {
        List<ModelFile> files = drafts.find(id, manager.getName());
        if (files.isEmpty()) {
            return overview("This check is older than a day. Choose the files once more.", HttpStatus.NOT_FOUND);
        }
        List<ModelVersion> live = versions.live();
        List<Finding> findings = lint.check(files);
        ModelAndView page = page("model-draft");
        page.setStatus(status);
        return page.addObject("id", id)
                .addObject("problem", problem)
                .addObject(
                        "findings",
                        findings.stream()
                                .map(one -> new Said(one, texts.of(one, locale)))
                                .toList())
                .addObject("language", locale.getLanguage().equals("de") ? "de" : "en")
                .addObject("refused", findings.stream().anyMatch(Finding::isError))
                .addObject(
                        "files", files.stream().map(file -> drafted(file, live)).toList())
                .addObject("seen", versions.newest());
    }

    private Drafted drafted(ModelFile file, List<ModelVersion> live) {
        ModelVersion present = live.stream()
                .filter(one -> one.file().equals(file.name()))
                .max(Comparator.comparing(ModelVersion::id))
                .orElse(null);
        return new Drafted(
                file.name(), present, present == null ? List.of() : differences.between(versions.file(present), file));
    }

    @GetMapping("/shipped")
    ModelAndView shipped(@RequestParam String file) {
        return shipped(file, null, HttpStatus.OK);
    }

    @GetMapping("/shipped/content")
    ResponseEntity<byte[]> shippedContent(@RequestParam String file) {
        return VersionsController.download(file, beside.content(findBeside(file)));
    }

    @PostMapping("/shipped")
    ModelAndView decide(
            @RequestParam String file,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) Integer seen,
            Principal manager) {
        ShippedBeside.Beside one = findBeside(file);
        return tried(
                () -> {
                    switch (choice) {
                        case "take" -> putLive.takeShipped(one, manager(manager, reason), seen);
                        case "keep" -> putLive.keepOwn(one, manager(manager, reason), seen);
                        default -> throw new RefusedInput("choice", "Choose one of the two.");
                    }
                    return null;
                },
                () -> toFile(one.live().file()),
                (problem, status) -> shipped(file, problem, status));
    }

    private ModelAndView shipped(String file, String problem, HttpStatus status) {
        ShippedBeside.Beside one = findBeside(file);
        ModelFile theirs = versions.file(one.live());
        ModelFile ours = new ModelFile(one.file(), beside.content(one));
        ModelAndView page = page("model-difference");
        page.setStatus(status);
        return page.addObject("title", one.file())
                .addObject("beside", one)
                .addObject("problem", problem)
                .addObject("diagram", ours.kind() == ModelFile.Kind.DIAGRAM)
                .addObject("earlier", "/models/versions/" + one.live().id() + "/content")
                .addObject(
                        "later",
                        UriComponentsBuilder.fromPath("/models/shipped/content")
                                .queryParam("file", "{file}")
                                .encode()
                                .build(one.file())
                                .toString())
                .addObject("changes", differences.between(theirs, ours));
    }

    @GetMapping("/back")
    ModelAndView back(@RequestParam(defaultValue = "") String at) {
        return back(at, null, HttpStatus.OK);
    }

    @PostMapping("/back")
    ModelAndView goBack(
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) Integer seen,
            Principal manager) {
        Instant instant = instant(at).orElse(null);
        if (instant == null) {
            return overview("Choose a day and a time.", HttpStatus.BAD_REQUEST);
        }
        return tried(
                () -> putLive.restoreAll(instant, manager(manager, reason), seen),
                () -> new ModelAndView("redirect:/models"),
                (problem, status) -> back(at, problem, status));
    }

    private ModelAndView back(String at, String problem, HttpStatus status) {
        Instant instant = instant(at).orElse(null);
        if (instant == null) {
            return overview("Choose a day and a time.", HttpStatus.BAD_REQUEST);
        }
        try {
            ModelAndView page = page("models-back");
            page.setStatus(status);
            return page.addObject("at", at)
                    .addObject("instant", instant)
                    .addObject("problem", problem)
                    .addObject("seen", versions.newest())
                    .addObject("versions", putLive.wouldChange(instant));
        } catch (RefusedInput refused) {
            return overview(refused.problems().get(0).message(), HttpStatus.BAD_REQUEST);
        }
    }

    private Optional<Instant> instant(String at) {
        try {
            return Optional.of(
                    LocalDateTime.parse(at.strip()).atZone(say.zone()).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private ModelAndView overview(String problem, HttpStatus status) {
        ModelAndView page = page("models");
        page.setStatus(status);
        List<ModelVersion> live = versions.live();
        List<ShippedBeside.Beside> besides = beside.all();
        return page.addObject("live", live)
                .addObject("problem", problem)
                .addObject(
                        "undecided",
                        besides.stream()
                                .filter(ShippedBeside.Beside::isUndecided)
                                .toList())
                .addObject(
                        "kept",
                        besides.stream().filter(one -> !one.isUndecided()).toList())
                .addObject(
                        "silent",
                        live.stream()
                                .filter(one -> one.source() != ModelVersion.Source.SHIPPED && one.reason() == null)
                                .toList());
    }

    private ModelAndView file(String name, String problem, HttpStatus status) {
        List<ModelVersion> all = versions.of(name);
        if (all.isEmpty()) {
            return overview("There is no file of this name.", HttpStatus.NOT_FOUND);
        }
        ModelAndView page = page("model-versions");
        page.setStatus(status);
        Integer seen = versions.live().stream()
                .filter(one -> one.concerns(all.get(0)))
                .map(ModelVersion::id)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return page.addObject("file", name)
                .addObject("problem", problem)
                .addObject("versions", all)
                .addObject("seen", seen)
                .addObject("beside", beside.find(name).orElse(null));
    }

    private interface Refused {

        ModelAndView shown(String problem, HttpStatus status);
    }

    private static ModelAndView tried(Supplier<Object> attempt, Supplier<ModelAndView> done, Refused refused) {
        try {
            attempt.get();
            return done.get();
        } catch (RefusedInput wrong) {
            List<String> sentences =
                    wrong.problems().stream().map(one -> one.message()).toList();
            return refused.shown(String.join(" ", sentences), HttpStatus.BAD_REQUEST);
        } catch (ChangedMeanwhile changed) {
            return refused.shown(changed.getMessage(), HttpStatus.CONFLICT);
        }
    }

    private ModelAndView page(String template) {
        return new ModelAndView(template).addObject("say", say).addObject("problem", null);
    }

    private static ModelAndView toFile(String name) {
        ModelAndView again = new ModelAndView("redirect:/models/file");
        return again.addObject("name", name);
    }

    private static PutLive.Manager manager(Principal manager, String reason) {
        if (reason.length() > VersionsController.LONGEST_REASON) {
            throw new RefusedInput("reason", "Say it in at most 1,000 characters.");
        }
        return new PutLive.Manager(manager.getName(), ModelVersion.Origin.PAGE, reason);
    }

    private ModelVersion find(int id) {
        return versions.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such version."));
    }

    private ShippedBeside.Beside findBeside(String file) {
        return beside.find(file)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is nothing to decide here."));
    }
}
