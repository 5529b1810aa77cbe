/** The rules for diagrams: what must be there, what a name means, and what never ends. */
package io.redress.redesign.diagram;
