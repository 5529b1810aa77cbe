package io.redress.redesign.whatif.web;

import io.redress.redesign.whatif.WhatIfReport.Group;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The money of each month as bars, old above new, drawn by the server; each currency has a scale of its own.
 *
 * @param height of the whole drawing
 */
public record CostBars(String currency, int height, List<Bar> bars) {

    private static final int WIDTH = 380;
    private static final int STEP = 48;

    /** A month: widths from 0 to 380. */
    public record Bar(String month, int y, int oldWidth, int newWidth, String old, String now) {}

    static List<CostBars> of(List<Group> months) {
        Map<String, List<Group>> byCurrency = new TreeMap<>();
        months.forEach(month -> byCurrency
                .computeIfAbsent(month.currency(), first -> new ArrayList<>())
                .add(month));
        return byCurrency.entrySet().stream()
                .map(one -> drawn(one.getKey(), one.getValue()))
                .toList();
    }

    private static CostBars drawn(String currency, List<Group> months) {
        BigDecimal most = months.stream()
                .map(month -> new BigDecimal(month.old()).max(new BigDecimal(month.now())))
                .reduce(BigDecimal.ONE, BigDecimal::max);
        List<Bar> bars = new ArrayList<>();
        for (Group month : months) {
            bars.add(new Bar(
                    month.key(),
                    bars.size() * STEP,
                    width(month.old(), most),
                    width(month.now(), most),
                    month.old(),
                    month.now()));
        }
        return new CostBars(currency, bars.size() * STEP, bars);
    }

    private static int width(String amount, BigDecimal most) {
        return new BigDecimal(amount)
                .max(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(WIDTH))
                .divide(most, 0, RoundingMode.HALF_UP)
                .intValue();
    }
}
