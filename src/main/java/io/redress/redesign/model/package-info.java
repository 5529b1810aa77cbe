/** Diagrams, decision tables and forms as files that belong together: a draft, and the live ones that it does not replace. */
package io.redress.redesign.model;
