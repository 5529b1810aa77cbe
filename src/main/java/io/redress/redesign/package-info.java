/** Models on their way into the live engine, and the tape of what they decided. */
package io.redress.redesign;
