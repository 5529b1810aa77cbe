package io.redress.people.team.web;

import io.redress.core.input.RefusedInput;
import io.redress.core.request.ApiRequest;
import io.redress.people.team.TeamDraft;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A team as a manager sends it. What was read may be sent back as it is. */
@Schema(name = "TeamChange")
record TeamRequest(
        @Schema(description = "That of the address, or nothing.")
        String id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = TeamDraft.LONGEST_NAME, example = "China")
        String name,

        @Size(max = TeamDraft.MOST_LISTED)
        @Schema(description = "Countries (ISO 3166-1); empty for all.", example = "[\"CN\"]")
        List<@NotNull String> markets,

        @Size(max = TeamDraft.MOST_LISTED)
        @Schema(description = "Language tags such as zh or zh-Hant; empty for all.", example = "[\"zh\"]")
        List<@NotNull String> languages,

        @Schema(description = "The standard one where it is missing.")
        String calendar,

        @Schema(description = "The installation's own where it is missing.", example = "Asia/Shanghai")
        String zone,

        @Schema(description = "The login of a lead; every lead leads it where it is missing.")
        String lead,

        @Size(max = TeamDraft.MOST_LISTED) @Schema(description = "Logins of leads.")
        List<@NotNull String> deputies,

        @Size(max = TeamDraft.MOST_LISTED)
        @Schema(description = "Logins; those who are members stay so where it is missing.")
        List<@NotNull String> members,

        @Schema(description = "Whether it takes the cases that no other team can; as it is where it is missing.")
        Boolean overflow,

        @Schema(description = "What was read may be sent back as it is; this is passed over.")
        List<TeamView.Warning> warnings)
        implements ApiRequest {

    /**
     * The change of the team at an address.
     *
     * @throws RefusedInput where another id was sent
     */
    TeamDraft of(String address) {
        if (id != null && !id.equals(address)) {
            throw new RefusedInput("id", "Is not that of the address.");
        }
        return new TeamDraft(name, markets, languages, calendar, zone, lead, deputies, members, overflow);
    }
}
