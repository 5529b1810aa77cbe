/** The register of promises, as API, file and page. */
package io.redress.insight.register;
