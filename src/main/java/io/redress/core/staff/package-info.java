/** The staff as every module sees them: who acts, in which groups, in whose place, and on whose wall clock. */
package io.redress.core.staff;
