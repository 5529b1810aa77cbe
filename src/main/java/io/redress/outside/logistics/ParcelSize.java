package io.redress.outside.logistics;

/** Weight and outer measures of a parcel, in grams and millimetres; all positive. */
public record ParcelSize(int weightGrams, int lengthMm, int widthMm, int heightMm) {

    public ParcelSize {
        if (weightGrams < 1 || lengthMm < 1 || widthMm < 1 || heightMm < 1) {
            throw new IllegalArgumentException("A parcel has a weight and three measures, all positive");
        }
    }
}
