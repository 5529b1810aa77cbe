/** The clocks of a case, each with a budget and a record of its pauses. */
package io.redress.time.clock;
