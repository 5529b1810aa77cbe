/** Limits on what models may do: expressions, diagrams and files that somebody deploys. */
package io.redress.engine.guard;
