/** The engine's settings, tables and start. */
package io.redress.engine.settings;
