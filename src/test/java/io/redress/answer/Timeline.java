package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** What happened to a case, oldest first. */
public record Timeline(List<TimelineItem> items) {

    public record TimelineItem(Instant at, String actor, String onBehalfOf, String kind, String text) {}
}
