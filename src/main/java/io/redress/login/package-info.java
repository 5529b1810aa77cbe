/**
 * Tries to log in: how often a name, an address or a password may be wrong before the next try has to wait, and where a
 * login has worked before. Guessing is slowed, and nobody's own login is closed to them. Knows no other room.
 */
package io.redress.login;
