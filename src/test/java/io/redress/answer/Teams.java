package io.redress.answer;

import java.util.List;

/** Every team. */
public record Teams(List<Team> items) {}
