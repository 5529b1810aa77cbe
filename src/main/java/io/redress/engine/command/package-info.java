/** Commands of the engine: why they fail, and in whose name they run. */
package io.redress.engine.command;
