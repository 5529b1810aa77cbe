/** The entry points of the application: which ask for a login, and what refusals look like at each. */
package io.redress.people.security;
