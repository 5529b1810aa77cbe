/** The escalation ladder: who is told at which share of a clock's time, each rung once. */
package io.redress.time.ladder;
