package io.redress.redesign.whatif.web;

import io.redress.core.input.RefusedInput;
import io.redress.redesign.model.ModelFile;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.multipart.MultipartFile;

/** The files of a form, as models. */
final class Uploads {

    private static final int LONGEST_NAME = 200;

    private Uploads() {}

    /** @throws RefusedInput where there is none, or one without a name */
    static List<ModelFile> models(List<MultipartFile> files) {
        List<ModelFile> models = Stream.ofNullable(files)
                .flatMap(List::stream)
                .filter(file -> !file.isEmpty())
                .map(ModelFile::uploaded)
                .toList();
        if (models.isEmpty()) {
            throw new RefusedInput("file", "Choose at least one decision table (.dmn).");
        }
        if (models.stream().map(ModelFile::name).anyMatch(name -> name.isBlank() || name.length() > LONGEST_NAME)) {
            throw new RefusedInput("file", "Each file needs a name of at most 200 characters.");
        }
        return models;
    }
}
