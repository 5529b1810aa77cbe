package io.redress.remedy.owed;

/** The certainty of the sum of what is owed. Only {@link #CERTAIN} moves money without a person. */
public enum Certainty {
    /** One amount is owed; it is zero where what is affected cost nothing. */
    CERTAIN,
    /** All of what is affected was made good before, by whomever. */
    NOTHING_LEFT,
    /** Some was given back that may or may not have been for what is affected, so that there is a least and a most. */
    UNCLEAR,
    /** Lines, fees, total and payments of the order do not add up to each other, so none of them can be relied on. */
    FIGURES_DISAGREE
}
