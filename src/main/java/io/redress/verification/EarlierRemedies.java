package io.redress.verification;

import java.util.List;

/** Knows what was made good before. */
public interface EarlierRemedies {

    /** Whether any of these articles of the order was or is being refunded or replaced. */
    boolean madeGood(String orderNumber, List<String> skus);

    /** Whether this charge was or is being refunded by us. */
    boolean refunded(String charge);
}
