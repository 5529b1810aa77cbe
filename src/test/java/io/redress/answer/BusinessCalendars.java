package io.redress.answer;

import java.util.List;

/** Every calendar. */
public record BusinessCalendars(List<BusinessCalendar> items) {}
