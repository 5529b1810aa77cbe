package io.redress.redesign.model;

import java.util.List;

/**
 * A file that could be read.
 *
 * @param file the file
 * @param drafted whether it is part of the draft; if not, it is live and the draft leaves it as it is
 * @param keys the ids of what it defines: processes, decisions or a form
 * @param content what the engine's own library, or Jackson, reads from it
 */
public record Parsed<T>(ModelFile file, boolean drafted, List<String> keys, T content) {

    /** The file's name. */
    public String name() {
        return file.name();
    }
}
