/** Open cases that follow where a manager changes a calendar or the ladder. */
package io.redress.time.retiming;
