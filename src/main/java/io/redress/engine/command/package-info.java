/** Commands of the engine: why they fail, and in whose name they are given. */
package io.redress.engine.command;
