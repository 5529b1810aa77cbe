package io.redress.redesign.release;

import io.redress.redesign.model.ModelFile;
import java.time.Instant;
import java.util.List;

/**
 * A version of a file that was put live.
 *
 * @param id later versions have higher ones
 * @param file its name
 * @param live whether the engine uses anything of it for what begins now
 * @param at when it was put live
 * @param by the login of who put it live; {@code null} for a release, and where nobody knows any more
 * @param reason {@code null} where nobody gave one
 * @param defines what the file defines, such as {@code process:complaintResolution}
 * @param digest of its content, in hexadecimal
 * @param deployment the engine's id of the deployment that it was part of
 */
public record ModelVersion(
        int id,
        String file,
        boolean live,
        Instant at,
        String by,
        String reason,
        Source source,
        Origin origin,
        List<String> defines,
        String digest,
        String deployment) {

    /** What made it live. */
    public enum Source {
        /** A release, or a manager who took what the release ships. */
        SHIPPED,
        /** A manager. */
        DEPLOYED,
        /** A manager who went back to it. */
        RESTORED
    }

    /** Where it was put live. */
    public enum Origin {
        /** Camunda Modeler. */
        MODELER,
        /** Another client of the engine's interface. */
        REST,
        /** The start of a release. */
        RELEASE,
        /** The page of models. */
        PAGE,
        /** Our API. */
        API
    }

    /** What the file is. */
    public ModelFile.Kind kind() {
        return new ModelFile(file, new byte[0]).kind();
    }

    /** Whether the two define something in common, so that the later one takes the place of the earlier one. */
    public boolean concerns(ModelVersion other) {
        return concerns(other.defines);
    }

    boolean concerns(List<String> definitions) {
        return defines.stream().anyMatch(definitions::contains);
    }
}
