package io.redress.redesign.release;

import io.redress.engine.settings.StartLock;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The deployment of this release's models into the engine when a node starts, before it answers any request.
 *
 * <p>Whatever a manager put live stays: a definition whose newest version did not come from a release is left alone, the
 * log says so, and the page of models shows both. What has not changed is not deployed again.
 */
@Component
class ShippedModels implements SmartInitializingSingleton {

    static final String SOURCE = "redress-release";

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);

    private final ResourcePatternResolver files;
    private final RepositoryService repository;
    private final ModelVersions versions;
    private final VersionRecord record;
    private final ShippedBeside beside;
    private final StartLock lock;
    private final String root;

    /** @param root where the folders {@code processes} and {@code forms} stand */
    ShippedModels(
            ResourcePatternResolver files,
            RepositoryService repository,
            ModelVersions versions,
            VersionRecord record,
            ShippedBeside beside,
            StartLock lock,
            @Value("${redress.models:classpath:}") String root) {
        this.files = files;
        this.repository = repository;
        this.versions = versions;
        this.record = record;
        this.beside = beside;
        this.lock = lock;
        this.root = root;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var models = Stream.of("processes/*.bpmn", "processes/*.dmn", "forms/*.form")
                .flatMap(this::find)
                .map(ShippedModel::read)
                .toList();
        release(models);
        beside.retain(models.stream().map(ShippedModel::name).toList());
    }

    /** Deploys what is due; a node that starts at the same moment waits and then finds it done. */
    void release(Collection<ShippedModel> models) {
        lock.prepare(() -> deploy(models));
    }

    /** Deploys those models that are new or changed and not a manager's, all in one deployment. */
    private void deploy(Collection<ShippedModel> models) {
        var live = ModelVersions.byDefinition(versions.live());
        models.forEach(beside::ship);
        var due = models.stream().filter(model -> isDue(model, live)).toList();
        if (due.isEmpty()) {
            LOG.info("All {} models of this release are in the engine already", models.size());
            return;
        }
        var deployment = repository.createDeployment().name("redress").source(SOURCE);
        due.forEach(model -> deployment.addInputStream(model.name(), new ByteArrayInputStream(model.content())));
        record.record(deployment.deploy().getId(), Occasion.RELEASE);
        LOG.info("Deployed {}", due.stream().map(ShippedModel::name).toList());
    }

    private static boolean isDue(ShippedModel model, Map<String, ModelVersion> live) {
        var present = model.defines().stream()
                .map(live::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var foreign = present.stream()
                .filter(version -> version.source() != ModelVersion.Source.SHIPPED)
                .toList();
        if (!foreign.isEmpty()) {
            sayKept(model, foreign);
            return false;
        }
        return !live.keySet().containsAll(model.defines())
                || present.stream().anyMatch(version -> !version.digest().equals(model.digest()));
    }

    private static void sayKept(ShippedModel model, List<ModelVersion> foreign) {
        for (var version : foreign) {
            if (!version.digest().equals(model.digest())) {
                LOG.warn(
                        "{} of this release was not deployed: version {} of {} came from {} and stays",
                        model.name(),
                        version.id(),
                        version.file(),
                        version.by() == null ? "a manager" : version.by());
            }
        }
    }

    private Stream<Resource> find(String pattern) {
        try {
            return Stream.of(files.getResources(root + pattern));
        } catch (FileNotFoundException noSuchFolder) {
            return Stream.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
