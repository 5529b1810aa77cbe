package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.time.calendar.CalendarDefinition;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The tables under "Settings" in {@code src/docs/operate.md} name every setting that the code reads, and no other. */
class SettingsTableTest {

    private static final Pattern NAME = Pattern.compile("`((?:REDRESS_|redress\\.)[A-Za-z0-9_.<>-]+)`");

    /** Settings that no record binds are read by placeholders, conditions or their names. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(redress\\.[a-z.-]+)[:}]");

    private static final Pattern CONDITION =
            Pattern.compile("@ConditionalOnProperty\\([^)]*\"(redress\\.[a-z.-]+)\"", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"(redress\\.[a-z.-]+)\"");

    @Test
    void everySettingThatTheCodeReadsIsInTheTable() throws Exception {
        Set<String> read = boundByRecords();
        read.addAll(shippedDefaults());
        read.addAll(found(PLACEHOLDER));
        read.addAll(found(CONDITION));

        read.removeAll(documented());

        assertThat(read)
                .as("add these to the tables under \"Settings\" in src/docs/operate.md")
                .isEmpty();
    }

    @Test
    void everySettingInTheTableIsReadByTheCode() throws Exception {
        Set<String> documented = documented();
        assertThat(documented).hasSizeGreaterThan(60);

        documented.removeAll(boundByRecords());
        documented.removeAll(shippedDefaults());
        documented.removeAll(found(PLACEHOLDER));
        documented.removeAll(found(LITERAL));

        assertThat(documented)
                .as("nothing reads these: correct them in src/docs/operate.md")
                .isEmpty();
    }

    /** The names in the first cells of all tables of the section. */
    private static Set<String> documented() throws IOException {
        String guide = Files.readString(Path.of("src/docs/operate.md"));
        String section = guide.substring(guide.indexOf("\n## Settings\n") + 1).split("\n## ")[0];
        return section.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|")[1])
                .flatMap(cell -> NAME.matcher(cell).results())
                .map(name -> variable(name.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> boundByRecords() throws ClassNotFoundException {
        Set<String> bound = new TreeSet<>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scanner.findCandidateComponents("io.redress")) {
            Class<?> settings = Class.forName(found.getBeanClassName());
            collect(settings.getAnnotation(ConfigurationProperties.class).value(), settings, bound);
        }
        // Calendars have names of their own, so they are bound one by one.
        collect("redress.calendars.<NAME>", CalendarDefinition.class, bound);
        // Its keys are dates, which no variable can be named after.
        bound.remove("REDRESS_CALENDARS_<NAME>_SPECIAL_<CURRENCY>");
        assertThat(bound).contains("REDRESS_BASE_URL", "REDRESS_DAILY_TOTALS_<CURRENCY>");
        return bound;
    }

    private static void collect(String prefix, Class<?> settings, Set<String> bound) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            if (component.getType().isRecord()) {
                collect(name, component.getType(), bound);
            } else if (Map.class.isAssignableFrom(component.getType())) {
                bound.add(variable(name + (name.endsWith(".hours") ? ".<DAY>" : ".<CURRENCY>")));
            } else {
                bound.add(variable(name));
            }
        }
    }

    private static Set<String> shippedDefaults() throws IOException {
        var file = new FileSystemResource("src/main/resources/application.yaml");
        return new YamlPropertySourceLoader()
                .load("defaults", file).stream()
                        .map(source -> ((EnumerablePropertySource<?>) source).getPropertyNames())
                        .flatMap(Stream::of)
                        .filter(name -> name.startsWith("redress."))
                        .map(SettingsTableTest::variable)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(variable(match.group(1))));
            }
        }
        return found;
    }

    /** The environment variable of a setting; what may have any name has a placeholder there. */
    private static String variable(String name) {
        String variable = name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        if (variable.startsWith("REDRESS_CALENDARS_")) {
            return variable.replaceFirst("^REDRESS_CALENDARS_[^_]+_", "REDRESS_CALENDARS_<NAME>_")
                    .replaceFirst("_HOURS_.+$", "_HOURS_<DAY>");
        }
        return List.of("_EUR", "_USD", "_GBP", "_CNY").stream()
                .filter(variable::endsWith)
                .findFirst()
                .map(currency -> variable.substring(0, variable.length() - currency.length()) + "_<CURRENCY>")
                .orElse(variable);
    }
}
