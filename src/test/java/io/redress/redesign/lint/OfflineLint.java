package io.redress.redesign.lint;

import static org.mockito.Answers.CALLS_REAL_METHODS;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import io.redress.core.staff.Workplaces;
import io.redress.engine.port.SentMessages;
import io.redress.redesign.model.LiveFiles;
import io.redress.redesign.model.ModelFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.AutowiredAnnotationBeanPostProcessor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * The check of diagrams over the shipped ones, without a running house: beans are known by their definitions, and none of
 * them but those of the check is ever made. What tables and forms may say is known to the rooms that read them, and is
 * checked with these.
 */
public final class OfflineLint {

    private static final OfflineLint ONCE = new OfflineLint();

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final Lint lint;
    private final List<ModelFile> shipped;

    private OfflineLint() {
        var scanner = new ClassPathBeanDefinitionScanner(beans, false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        scanner.setIncludeAnnotationConfig(false);
        scanner.scan("io.redress");
        var autowired = new AutowiredAnnotationBeanPostProcessor();
        autowired.setBeanFactory(beans);
        beans.addBeanPostProcessor(autowired);
        beans.registerResolvableDependency(BeanFactory.class, beans);
        beans.registerResolvableDependency(ListableBeanFactory.class, beans);
        for (String rule : beans.getBeanNamesForType(ModelRule.class, true, false)) {
            if (!beans.getBeanDefinition(rule).getBeanClassName().contains(".diagram.")) {
                beans.removeBeanDefinition(rule);
            }
        }
        standIn(LiveFiles.class, mock(LiveFiles.class));
        standIn(Workplaces.class, mock(Workplaces.class, RETURNS_DEEP_STUBS));
        beans.registerSingleton("identities", mock(IdentityService.class, RETURNS_DEEP_STUBS));
        for (String sender : beans.getBeanNamesForType(SentMessages.class, true, false)) {
            standIn(SentMessages.class, sender);
        }
        lint = beans.getBean(Lint.class);
        shipped = Stream.of("processes", "forms").flatMap(OfflineLint::files).toList();
    }

    /** The one check of all tests; making it takes a second. */
    public static OfflineLint once() {
        return ONCE;
    }

    /** All files of the release. */
    public List<ModelFile> shipped() {
        return shipped;
    }

    /** A file of the release. */
    public ModelFile shipped(String name) {
        return shipped.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What is found where these are put over the shipped models. */
    public List<Finding> check(Collection<ModelFile> draft) {
        return lint.check(draft, shipped);
    }

    /** What is found where these are put over others. */
    public List<Finding> check(Collection<ModelFile> draft, Collection<ModelFile> live) {
        return lint.check(draft, live);
    }

    /** What is found where these are all that there is. */
    public List<Finding> checkAlone(Collection<ModelFile> draft) {
        return lint.check(draft, List.of());
    }

    private <T> void standIn(Class<T> type, T substitute) {
        for (String name : beans.getBeanNamesForType(type, true, false)) {
            beans.removeBeanDefinition(name);
        }
        beans.registerSingleton("substitute" + type.getSimpleName(), substitute);
    }

    /** Says the names of its messages; nothing else of it is ready. */
    private void standIn(Class<SentMessages> type, String name) {
        BeanDefinition definition = beans.getBeanDefinition(name);
        Class<?> sender = ClassUtils.resolveClassName(definition.getBeanClassName(), null);
        beans.removeBeanDefinition(name);
        beans.registerSingleton(name, type.cast(mock(sender, CALLS_REAL_METHODS)));
    }

    private static Stream<ModelFile> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files
                    .sorted()
                    .map(file -> {
                        try {
                            return new ModelFile(file.getFileName().toString(), Files.readAllBytes(file));
                        } catch (IOException unreadable) {
                            throw new UncheckedIOException(unreadable);
                        }
                    })
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
