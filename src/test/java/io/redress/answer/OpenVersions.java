package io.redress.answer;

import java.util.List;

/** The versions of diagrams by which open cases run. */
public record OpenVersions(List<OpenVersion> items) {

    public record OpenVersion(
            String process,
            String name,
            int version,
            String file,
            boolean live,
            int cases,
            int standing,
            List<ModelFinding> findings) {}

    public record ModelFinding(String rule, String severity, String element, String message, String harm) {}
}
