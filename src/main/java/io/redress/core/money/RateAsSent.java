package io.redress.core.money;

import java.util.regex.Pattern;

/**
 * A tax rate in percent in a request, by the text that was sent, as a JSON string or a JSON number.
 *
 * @param text never null
 */
public record RateAsSent(String text) {

    /** What such a rate looks like, for where a pattern is asked for. */
    public static final String FORM = "[0-9]{1,3}(?:\\.[0-9]{1,4})?";

    private static final Pattern RATE = Pattern.compile(FORM);

    /** Whether it is a rate: zero or more, with at most four decimals. */
    public boolean isRate() {
        return RATE.matcher(text).matches();
    }
}
