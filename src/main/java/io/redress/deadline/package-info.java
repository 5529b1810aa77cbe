/** The clocks of a case: what was promised by when, and who hears of it when it is late. */
package io.redress.deadline;
