/** The complaint's process, spoken to in the words of the domain, and its variables. */
package io.redress.engine.port;
