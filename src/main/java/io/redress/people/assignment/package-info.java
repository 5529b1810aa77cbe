/** The people who work on a case: its team, whom its tasks are offered to, and who had it before. */
package io.redress.people.assignment;
