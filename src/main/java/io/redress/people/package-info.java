/** The people who work on cases: teams, who may see what, who stands in, and the doors they log in at. */
package io.redress.people;
