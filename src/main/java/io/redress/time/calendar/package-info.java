/** When people work: business calendars, and exact sums in their time. */
package io.redress.time.calendar;
