/** The rules in front of the engine's REST interface: what each group may call, and with what. */
package io.redress.people.guard;
