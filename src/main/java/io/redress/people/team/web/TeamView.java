package io.redress.people.team.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A team as the API and the page show it. */
@Schema(name = "Team")
@JsonInclude(JsonInclude.Include.ALWAYS)
record TeamView(
        @Schema(description = "Its group in the engine, too.")
        String id,

        String name,

        @Schema(description = "Countries (ISO 3166-1); empty for all.")
        List<String> markets,

        @Schema(description = "Language tags such as zh or zh-Hant; empty for all.")
        List<String> languages,

        String calendar,
        String zone,

        @Schema(description = "null where every lead leads it.")
        String lead,

        List<String> deputies,
        List<String> members,

        @Schema(description = "Whether it takes the cases that no other team can.")
        boolean overflow,

        @Schema(description = "What does not work as one may expect, such as a team without members.")
        List<Warning> warnings) {

    @Schema(name = "TeamWarning")
    record Warning(String field, String message) {}
}
