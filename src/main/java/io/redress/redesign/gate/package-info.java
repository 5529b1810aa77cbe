/** The gate in front of the live engine: what is wrong with models, told before they are live, or instead. */
package io.redress.redesign.gate;
