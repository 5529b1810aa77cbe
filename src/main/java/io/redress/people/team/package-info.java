/** The teams that cases belong to: whom they serve, when they work, and who leads them. */
package io.redress.people.team;
