/** The staff as every room sees them: who acts, in which groups, in whose place, and on whose wall clock. */
package io.redress.core.staff;
