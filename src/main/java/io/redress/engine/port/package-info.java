/** The complaint's process as an interface in the words of the domain, and its variables. */
package io.redress.engine.port;
