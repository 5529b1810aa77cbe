/** Who may do what: logins, groups, authorisations, and the guards in front of the engine's doors. */
package io.redress.security;
