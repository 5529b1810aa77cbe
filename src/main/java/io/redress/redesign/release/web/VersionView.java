package io.redress.redesign.release.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.core.text.EnumWords;
import io.redress.redesign.release.ModelVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A version of a file, as the API shows it. Times are UTC. */
@Schema(name = "ModelVersion")
@JsonInclude(JsonInclude.Include.ALWAYS)
record VersionView(
        @Schema(description = "Later versions have higher ones.")
        int id,

        @Schema(description = "The name of the file, such as remedy.dmn.")
        String file,

        @Schema(description = "Whether what begins now uses it.")
        boolean live,

        @Schema(description = "When it was put live.") OffsetDateTime at,

        @Schema(description = "The login of who put it live; null for a release.", nullable = true)
        String by,

        @Schema(description = "null where nobody has given one.", nullable = true)
        String reason,

        @Schema(
                description = "shipped by a release, deployed by a manager, or restored by one.",
                allowableValues = {"shipped", "deployed", "restored"})
        String source,

        @Schema(
                description = "Where it was put live: in Modeler, by another client of the engine, at the start of a"
                        + " release, on the page of models or by this API.",
                allowableValues = {"modeler", "rest", "release", "page", "api"})
        String origin) {

    static VersionView of(ModelVersion version) {
        return new VersionView(
                version.id(),
                version.file(),
                version.live(),
                version.at().atOffset(ZoneOffset.UTC),
                version.by(),
                version.reason(),
                EnumWords.word(version.source()),
                EnumWords.word(version.origin()));
    }
}
