/** The people who work on cases: teams, who may see what, who stands in, and the entry points where they log in. */
package io.redress.people;
