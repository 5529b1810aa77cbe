package io.redress.answer;

import java.util.List;

/** How promises were kept, by month, team and kind. */
public record PromiseRegister(String from, String to, List<PromiseRegisterLine> items) {

    public record PromiseRegisterLine(
            String month,
            String team,
            String kind,
            int kept,
            int broken,
            int open,
            int paused,
            int released,
            Long medianLateMinutes,
            Long medianLateWorkingMinutes) {}
}
