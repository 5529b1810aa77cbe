package io.redress.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** The beans of the house by name, found on the class path without starting it. */
final class Beans {

    private static final String OURS = "classpath*:io/redress/**/*.class";

    private Beans() {}

    /** Every class marked as a component, by its bean name. */
    static Map<String, Class<?>> byName() {
        Map<String, Class<?>> beans = new TreeMap<>();
        CachingMetadataReaderFactory reader = new CachingMetadataReaderFactory();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(OURS)) {
                AnnotationMetadata metadata = reader.getMetadataReader(file).getAnnotationMetadata();
                if (metadata.isAnnotated(Component.class.getName())) {
                    beans.put(name(metadata), ClassUtils.resolveClassName(metadata.getClassName(), null));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return beans;
    }

    private static String name(AnnotationMetadata metadata) {
        String given = metadata.getAnnotations().get(Component.class).getString("value");
        return given.isEmpty()
                ? StringUtils.uncapitalizeAsProperty(ClassUtils.getShortName(metadata.getClassName()))
                : given;
    }
}
