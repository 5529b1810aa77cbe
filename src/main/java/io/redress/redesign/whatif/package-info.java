/** What if a table had been another: candidate tables asked once more what is on the tape, and what that would change. */
package io.redress.redesign.whatif;
