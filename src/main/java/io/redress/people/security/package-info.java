/** The doors of the application: which ask for a login, and how refusals look at each. */
package io.redress.people.security;
