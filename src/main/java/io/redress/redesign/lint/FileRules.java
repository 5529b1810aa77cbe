package io.redress.redesign.lint;

import io.redress.redesign.model.ModelFile;
import io.redress.redesign.model.ModelReader;
import io.redress.redesign.model.UnreadableModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The rules for files: only models are taken, each can be read, and each defines something that nothing else does. */
@Component
public class FileRules {

    /** Ours are below 100 KB; a model that is larger is one that nobody can read, and a check would take minutes. */
    static final int LARGEST = 2_000_000;

    private static final int MOST = 200;

    /** The names of the findings. */
    public static final Set<String> NAMES = Set.of(
            "file-kind", "file-size", "file-count", "file-unreadable", "file-empty", "file-key-twice", "file-none");

    private final ModelReader reader;

    FileRules(ModelReader reader) {
        this.reader = reader;
    }

    /** What is wrong with these files, each looked at by itself. */
    List<Finding> check(Collection<ModelFile> files) {
        if (files.isEmpty()) {
            return List.of(Finding.error("file-none", "", null));
        }
        if (files.size() > MOST) {
            return List.of(Finding.error("file-count", "", null, files.size(), MOST));
        }
        List<Finding> findings = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (ModelFile file : files) {
            if (file.content().length > LARGEST) {
                findings.add(
                        Finding.error("file-size", file.name(), null, file.content().length / 1000, LARGEST / 1000));
            } else if (file.kind() == ModelFile.Kind.OTHER) {
                findings.add(Finding.error("file-kind", file.name(), null));
            } else {
                read(file, owners, findings);
            }
        }
        return findings;
    }

    private void read(ModelFile file, Map<String, String> owners, List<Finding> findings) {
        try {
            List<String> keys =
                    switch (file.kind()) {
                        case DIAGRAM -> reader.diagram(file, true).keys();
                        case TABLE -> reader.table(file, true).keys();
                        default -> reader.form(file, true).keys();
                    };
            if (keys.isEmpty()) {
                findings.add(Finding.error("file-empty", file.name(), null));
            }
            for (String key : keys) {
                String other = owners.put(file.kind() + key, file.name());
                if (other != null) {
                    findings.add(Finding.error("file-key-twice", file.name(), key, key, other));
                }
            }
        } catch (UnreadableModel unreadable) {
            findings.add(Finding.error("file-unreadable", file.name(), null, unreadable.getMessage()));
        }
    }
}
