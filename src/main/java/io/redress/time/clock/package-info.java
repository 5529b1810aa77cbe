/** The clocks of a case: a budget and a ledger of pauses each. */
package io.redress.time.clock;
