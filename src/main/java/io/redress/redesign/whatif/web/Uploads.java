package io.redress.redesign.whatif.web;

import io.redress.core.input.RefusedInput;
import io.redress.redesign.model.ModelFile;
import java.io.IOException;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/** The files of a form, as models. */
final class Uploads {

    private Uploads() {}

    /** @throws RefusedInput where there is none, or one without a name */
    static List<ModelFile> models(List<MultipartFile> files) throws IOException {
        List<MultipartFile> sent = files == null
                ? List.of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
        if (sent.isEmpty()) {
            throw new RefusedInput("file", "Choose at least one decision table (.dmn).");
        }
        List<ModelFile> models = new java.util.ArrayList<>();
        for (MultipartFile file : sent) {
            models.add(new ModelFile(name(file), file.getBytes()));
        }
        return models;
    }

    /** Without the folders that some browsers send with it. */
    private static String name(MultipartFile file) {
        String sent = String.valueOf(file.getOriginalFilename());
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        if (name.isBlank() || name.length() > 200) {
            throw new RefusedInput("file", "Each file needs a name of at most 200 characters.");
        }
        return name;
    }
}
