/** The Camunda engine: the only wing, with its glue, people's doors and redesign, that knows it. */
package io.redress.engine;
