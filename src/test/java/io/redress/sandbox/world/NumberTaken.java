package io.redress.sandbox.world;

/** There is an order of that number already. */
public final class NumberTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NumberTaken(String number) {
        super("There is an order " + number + " already");
    }
}
