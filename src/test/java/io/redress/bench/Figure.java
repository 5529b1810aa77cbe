package io.redress.bench;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The figures of a slice, most of them for each case. */
enum Figure {
    CASES_PER_SECOND("cases/s until nothing is left to do", slice -> slice.cases() / slice.seconds()),
    FOLLOW_UPS_PER_SECOND(
            "cases/s until they wait for the follow-up", slice -> slice.cases() / slice.secondsToFollowUp()),
    INTAKE_PER_SECOND("accepted/s", slice -> slice.cases() / slice.secondsOfIntake()),
    INTAKE_MEDIAN("accepted, ms p50", slice -> percentile(slice.intake(), 0.5)),
    INTAKE_HIGH("accepted, ms p99", slice -> percentile(slice.intake(), 0.99)),
    IDLE_MEDIAN("alone until the follow-up, ms p50", slice -> percentile(slice.idle(), 0.5)),
    IDLE_HIGH("alone until the follow-up, ms p95", slice -> percentile(slice.idle(), 0.95)),
    TRANSACTIONS("transactions", slice -> slice.each(slice.usage().transactions())),
    WRITES("SQL writes", slice -> slice.each(slice.usage().calls(Statement.Kind.WRITE))),
    READS("SQL reads", slice -> slice.each(slice.usage().calls(Statement.Kind.READ))),
    ROWS("rows read and written", slice -> slice.each(slice.usage().rows())),
    WAL("WAL, KB", slice -> slice.each(slice.usage().walBytes() / 1024.0)),
    APPLICATION(
            "CPU of the application, ms",
            slice -> slice.each(slice.usage().application().toMillis())),
    DATABASE(
            "CPU of the database, ms",
            slice -> slice.each(slice.usage().database().toMillis())),
    AROUND(
            "CPU of providers and clients, ms",
            slice -> slice.each(slice.usage().around().toMillis())),
    OTHERS(
            "CPU of whoever else was on the machine, %",
            slice -> slice.usage().others().toMillis()
                    / (slice.seconds() * 10 * Runtime.getRuntime().availableProcessors())),
    JOBS("jobs", slice -> slice.each(slice.usage().jobs())),
    FAILURES("failed attempts of jobs", slice -> slice.each(slice.usage().failures()));

    private final String label;
    private final ToDoubleFunction<Slice> of;

    Figure(String label, ToDoubleFunction<Slice> of) {
        this.label = label;
        this.of = of;
    }

    String label() {
        return label;
    }

    double of(Slice slice) {
        return of.applyAsDouble(slice);
    }

    /** The smallest measured value that is not exceeded by this share of them. */
    static double percentile(double[] measured, double share) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
