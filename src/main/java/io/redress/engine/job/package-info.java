/** Jobs and timers: which comes first, when one is tried again, and how late they are. */
package io.redress.engine.job;
