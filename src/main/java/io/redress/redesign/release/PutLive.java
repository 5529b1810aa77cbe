package io.redress.redesign.release;

import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.engine.deployment.BoundFiles;
import io.redress.engine.deployment.LiveDeployments;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.release.ModelVersion.Origin;
import io.redress.redesign.release.ModelVersion.Source;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Putting models live by our own doors, with a reason: new ones, earlier ones, and those that a release ships. Each is a
 * new deployment, which the engine checks as it checks any. One is put live after the other, on all nodes.
 */
@Component
public class PutLive {

    private static final String SOURCE = "redress";

    /** What the engine has room for. */
    private static final int LONGEST_NAME = 255;

    private final RepositoryService repository;
    private final LiveDeployments deployments;
    private final ModelVersions versions;
    private final VersionRecord record;
    private final ShippedBeside beside;
    private final Clock clock;

    PutLive(
            RepositoryService repository,
            LiveDeployments deployments,
            ModelVersions versions,
            VersionRecord record,
            ShippedBeside beside,
            Clock clock) {
        this.repository = repository;
        this.deployments = deployments;
        this.versions = versions;
        this.record = record;
        this.beside = beside;
        this.clock = clock;
    }

    /**
     * Who puts something live.
     *
     * @param by a login
     * @param reason in their words
     */
    public record Manager(String by, Origin origin, String reason) {

        private Occasion occasion(Source source) {
            if (reason == null || reason.isBlank()) {
                throw new RefusedInput("reason", "Say why, for those who look at it later.");
            }
            return new Occasion(source, origin, by, reason.strip());
        }
    }

    /**
     * What was put live, and what was live already.
     *
     * @param versions the new ones, sorted by file; empty where nothing differed
     * @param unchanged the names of the other files
     */
    public record Outcome(List<ModelVersion> versions, List<String> unchanged) {}

    /**
     * Puts files live, as far as they differ from what is.
     *
     * @param seen the newest version that there was when the files were looked at; {@code null} for whatever
     * @throws RefusedInput where the engine, or a rule of ours, does not let them in
     * @throws ChangedMeanwhile where others have put something live that one of these would replace
     */
    @Transactional
    public Outcome deploy(Collection<ModelFile> files, Manager manager, Integer seen) {
        Occasion occasion = manager.occasion(Source.DEPLOYED);
        deployments.hold();
        if (seen != null) {
            Set<String> names = files.stream().map(ModelFile::name).collect(Collectors.toSet());
            require(versions.all().stream().noneMatch(one -> one.id() > seen && names.contains(one.file())));
        }
        List<ModelVersion> made = deployed(List.copyOf(files), occasion, true);
        Set<String> changed = made.stream().map(ModelVersion::file).collect(Collectors.toSet());
        return new Outcome(
                made,
                files.stream()
                        .map(ModelFile::name)
                        .filter(name -> !changed.contains(name))
                        .sorted()
                        .toList());
    }

    /**
     * Goes back to an earlier version of a file.
     *
     * @param seen the id of the live version that was looked at, {@code null} for whatever
     * @throws RefusedInput where it would not be let in today
     * @throws ChangedMeanwhile where another version is live than the one that was looked at
     */
    @Transactional
    public Outcome restore(ModelVersion version, Manager manager, Integer seen) {
        Occasion occasion = manager.occasion(Source.RESTORED);
        deployments.hold();
        Map<String, ModelVersion> bound = ModelVersions.byDefinition(versions.live());
        if (seen != null) {
            require(bound.values().stream().anyMatch(one -> one.id() == seen && one.concerns(version)));
        }
        List<ModelVersion> wanted = withBound(List.of(version));
        boolean isLive = wanted.stream()
                .allMatch(one -> one.defines().stream().allMatch(definition -> isSame(bound.get(definition), one)));
        return outcome(isLive ? List.of() : wanted, List.of(version), occasion);
    }

    /**
     * The files that would change to stand as they stood at an instant. What came into being later stays.
     *
     * @throws RefusedInput where the instant has not come yet
     */
    @Transactional
    public List<ModelVersion> wouldChange(Instant at) {
        if (at.isAfter(clock.instant())) {
            throw new RefusedInput("at", "This moment has not come yet.");
        }
        Map<String, ModelVersion> bound = ModelVersions.byDefinition(versions.live());
        List<ModelVersion> then = versions.at(at);
        Map<String, ModelVersion> wanted = ModelVersions.byDefinition(then);
        return then.stream()
                .filter(version -> version.defines().stream()
                        .anyMatch(one -> wanted.get(one) == version && !isSame(bound.get(one), version)))
                .toList();
    }

    /**
     * Goes back to all files as they stood at an instant.
     *
     * @param seen the newest version that there was when the files were looked at; {@code null} for whatever
     * @throws RefusedInput where the instant has not come yet, or one of them would not be let in today
     * @throws ChangedMeanwhile where others have put something live since
     */
    @Transactional
    public Outcome restoreAll(Instant at, Manager manager, Integer seen) {
        Occasion occasion = manager.occasion(Source.RESTORED);
        deployments.hold();
        int newest = versions.newest();
        require(seen == null || newest == 0 || newest == seen);
        return outcome(withBound(wouldChange(at)), versions.at(at), occasion);
    }

    /** Takes what the release ships in place of a manager's version. */
    @Transactional
    public Outcome takeShipped(ShippedBeside.Beside shipped, Manager manager, Integer seen) {
        Occasion occasion = manager.occasion(Source.SHIPPED);
        deployments.hold();
        requireUndecided(shipped, seen);
        return new Outcome(
                deployed(List.of(new ModelFile(shipped.file(), beside.content(shipped))), occasion, false), List.of());
    }

    /** Keeps a manager's version, until another release ships something else. */
    @Transactional
    public void keepOwn(ShippedBeside.Beside shipped, Manager manager, Integer seen) {
        Occasion occasion = manager.occasion(Source.DEPLOYED);
        deployments.hold();
        requireUndecided(shipped, seen);
        beside.keep(shipped, occasion.by(), clock.instant(), occasion.reason());
    }

    private void requireUndecided(ShippedBeside.Beside shipped, Integer seen) {
        require(beside.find(shipped.file())
                .filter(now -> now.digest().equals(shipped.digest())
                        && (seen == null || now.live().id() == seen))
                .isPresent());
    }

    private static boolean isSame(ModelVersion live, ModelVersion version) {
        return live != null
                && live.digest().equals(version.digest())
                && live.file().equals(version.file());
    }

    private static void require(boolean unchanged) {
        if (!unchanged) {
            throw new ChangedMeanwhile();
        }
    }

    /** With a diagram that uses the forms and tables of its own deployment, and no others, these go back, too. */
    private List<ModelVersion> withBound(List<ModelVersion> due) {
        Set<ModelVersion> all = new TreeSet<>(Comparator.comparing(ModelVersion::id));
        all.addAll(due);
        for (ModelVersion version : due) {
            List<ModelVersion> together = versions.together(version);
            if (together.stream()
                    .anyMatch(one -> BoundFiles.isBound(versions.file(one).content()))) {
                all.addAll(together);
            }
        }
        return List.copyOf(all);
    }

    private Outcome outcome(List<ModelVersion> due, List<ModelVersion> wanted, Occasion occasion) {
        Set<String> changed = due.stream().map(ModelVersion::file).collect(Collectors.toSet());
        List<String> unchanged = wanted.stream()
                .map(ModelVersion::file)
                .filter(file -> !changed.contains(file))
                .distinct()
                .sorted()
                .toList();
        List<ModelVersion> made = new ArrayList<>();
        for (List<ModelVersion> group : groups(due)) {
            made.addAll(deployed(group.stream().map(versions::file).toList(), occasion, false));
        }
        return new Outcome(made, unchanged);
    }

    /** The engine takes no name and no definition twice at a time: what is to be in force is deployed later. */
    private static List<List<ModelVersion>> groups(List<ModelVersion> due) {
        List<List<ModelVersion>> groups = new ArrayList<>();
        List<ModelVersion> group = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ModelVersion version : due) {
            if (names.contains(version.file()) || group.stream().anyMatch(version::concerns)) {
                groups.add(group);
                group = new ArrayList<>();
                names.clear();
            }
            group.add(version);
            names.add(version.file());
        }
        groups.add(group);
        return groups.stream().filter(one -> !one.isEmpty()).toList();
    }

    /** @param filtered whether what is live already is left out */
    private List<ModelVersion> deployed(List<ModelFile> files, Occasion occasion, boolean filtered) {
        String name = files.stream().map(ModelFile::name).sorted().collect(Collectors.joining(", "));
        var deployment = repository
                .createDeployment()
                .name(StringUtils.abbreviate(name, LONGEST_NAME))
                .source(SOURCE);
        if (filtered) {
            deployment.enableDuplicateFiltering(true);
        }
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        try {
            return record.record(deployment.deploy().getId(), occasion)
                    .map(versions::find)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (ParseException refused) {
            throw refusal(refused);
        }
    }

    private static RefusedInput refusal(ParseException refused) {
        List<Problem> problems = refused.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream()
                        .map(error -> new Problem(report.getResourceName(), error.getMessage())))
                .toList();
        return problems.isEmpty() ? new RefusedInput("file", refused.getMessage()) : new RefusedInput(problems);
    }
}
