package io.redress.oracle;

import java.math.BigDecimal;

/** What is right: an amount that is paid without a person, or a reason to ask one. */
public record Right(Kind kind, BigDecimal least, BigDecimal most) {

    /** What is right, in kind. */
    public enum Kind {
        /** This much, without asking anybody; a task would be a failure. */
        PAY,
        /** All was given back before. */
        NOTHING_LEFT,
        /** Between two amounts; money would be a failure. */
        ASK,
        /** The order contradicts itself. */
        CONTRADICTION,
        /** A person pays what they like, up to an amount. */
        UP_TO,
        /** The rule does not say. */
        OPEN
    }

    static Right pay(BigDecimal amount) {
        return new Right(Kind.PAY, amount, amount);
    }
}
