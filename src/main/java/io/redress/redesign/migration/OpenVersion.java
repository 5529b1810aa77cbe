package io.redress.redesign.migration;

import io.redress.redesign.lint.Finding;
import io.redress.redesign.release.ModelVersion;
import java.util.List;

/**
 * A version of a diagram by which cases run.
 *
 * @param process the key of the process, such as {@code complaintResolution}
 * @param name its label
 * @param version what was put live
 * @param cases how many cases, and processes that are about no case, run by it
 * @param standing how many of them stand still
 * @param findings what is wrong with it, errors first
 * @param others the versions that its cases could go to, the live one first
 */
public record OpenVersion(
        String process,
        String name,
        ModelVersion version,
        int cases,
        int standing,
        List<Finding> findings,
        List<ModelVersion> others) {

    /** Whether the check of today would let it in. */
    public boolean isSound() {
        return findings.stream().noneMatch(Finding::isError);
    }
}
