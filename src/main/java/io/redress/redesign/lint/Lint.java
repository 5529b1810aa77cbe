package io.redress.redesign.lint;

import io.redress.redesign.model.LiveFiles;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.model.ModelReader;
import io.redress.redesign.model.Models;
import io.redress.redesign.model.UnreadableModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The check of a draft, together with all live models that it would work with. A live model that the draft does not touch
 * is blamed only for what the draft breaks in it.
 */
@Component
public class Lint {

    /** A name that nothing has comes first: what it leaves undone, unset or unsaid elsewhere follows from it. */
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> !finding.rule().endsWith("-unknown"))
            .thenComparing(Finding::file)
            .thenComparing(Finding::element, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Finding::row, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Finding::rule);

    private final FileRules files;
    private final ModelReader reader;
    private final LiveFiles live;
    private final List<ModelRule> rules;
    private volatile Known latest;

    Lint(FileRules files, ModelReader reader, LiveFiles live, List<ModelRule> rules) {
        this.files = files;
        this.reader = reader;
        this.live = live;
        this.rules = rules;
    }

    /** What is wrong with a draft, errors first; empty where it may be put live. */
    public List<Finding> check(Collection<ModelFile> draft) {
        return check(draft, live.all());
    }

    /** @param present the models that the draft would work with */
    List<Finding> check(Collection<ModelFile> draft, Collection<ModelFile> present) {
        List<Finding> unreadable = files.check(draft);
        if (!unreadable.isEmpty()) {
            return unreadable;
        }
        Set<String> drafted = draft.stream().map(ModelFile::name).collect(Collectors.toSet());
        Set<Finding> before = before(List.copyOf(present));
        return findings(draft, present).stream()
                .filter(finding -> drafted.contains(finding.file()) || !before.contains(finding))
                .sorted(ORDER)
                .toList();
    }

    /** What was wrong before any draft; asked for each draft, while the live models change now and then. */
    private Set<Finding> before(List<ModelFile> present) {
        Known known = latest;
        if (known == null || !known.files().equals(present)) {
            known = new Known(present, new HashSet<>(findings(List.of(), present)));
            latest = known;
        }
        return known.findings();
    }

    private record Known(List<ModelFile> files, Set<Finding> findings) {}

    private List<Finding> findings(Collection<ModelFile> draft, Collection<ModelFile> present) {
        List<Finding> findings = new ArrayList<>();
        try {
            Models models = reader.read(draft, present);
            rules.forEach(rule -> rule.check(models).distinct().forEach(findings::add));
        } catch (UnreadableModel impossible) {
            throw new IllegalStateException("what could be read a moment ago cannot be read", impossible);
        }
        return findings;
    }
}
