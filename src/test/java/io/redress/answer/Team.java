package io.redress.answer;

import java.util.List;

/** A team and whom it serves. */
public record Team(
        String id,
        String name,
        List<String> markets,
        List<String> languages,
        String calendar,
        String zone,
        String lead,
        List<String> deputies,
        List<String> members,
        boolean overflow,
        List<TeamWarning> warnings) {

    public record TeamWarning(String field, String message) {}
}
