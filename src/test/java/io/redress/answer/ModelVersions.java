package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** What has been put live, newest first. */
public record ModelVersions(List<ModelVersion> items) {

    public record ModelVersion(
            int id, String file, boolean live, Instant at, String by, String reason, String source, String origin) {}
}
