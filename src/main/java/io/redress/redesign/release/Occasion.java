package io.redress.redesign.release;

import io.redress.redesign.release.ModelVersion.Origin;
import io.redress.redesign.release.ModelVersion.Source;

/**
 * Who puts something live, from where and why.
 *
 * @param by a login, {@code null} for a release
 * @param reason {@code null} where nobody is asked for one
 */
record Occasion(Source source, Origin origin, String by, String reason) {

    static final Occasion RELEASE = new Occasion(Source.SHIPPED, Origin.RELEASE, null, null);
}
