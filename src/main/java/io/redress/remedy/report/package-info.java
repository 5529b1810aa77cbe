/** What was decided to be paid and sent, what waits, and the page of the stop switch. */
package io.redress.remedy.report;
