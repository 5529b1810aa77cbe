/** The Camunda engine. Only this wing, the delegates and listeners, the security of people and redesign know it. */
package io.redress.engine;
