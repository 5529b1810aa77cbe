/** The escalation ladder: who hears at which share of a clock's time, each rung once. */
package io.redress.time.ladder;
