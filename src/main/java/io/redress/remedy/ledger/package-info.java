/** The remedy ledger, and what holds it: limits, the daily total and the stop switch. */
package io.redress.remedy.ledger;
