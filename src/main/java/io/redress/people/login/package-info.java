/**
 * Logging in: whose credentials they are, and how often a name, an address or a password may be wrong before the next
 * try has to wait. Guessing is slowed, and nobody's own login is closed to them.
 */
package io.redress.people.login;
