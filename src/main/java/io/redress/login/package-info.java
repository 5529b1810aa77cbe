/**
 * Tries to log in: how often a name, an address or a password may be wrong before the next try has to wait, and where a
 * login has worked before. Guessing is slowed, and nobody's own login is closed to them. Knows of no
 * other room but the limits, which say whose an address is.
 */
package io.redress.login;
