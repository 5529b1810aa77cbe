/** The Camunda engine's settings and guards: the only room, with security and redesign, that knows its inner classes. */
package io.redress.engine;
