/** Business calendars: when people work, and exact sums in their time. */
package io.redress.time.calendar;
