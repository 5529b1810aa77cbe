package io.redress.remedy.owed;

/** The kinds of fee that an order can have. */
public enum FeeKind {
    DELIVERY,
    /** Anything else that the shop charged besides goods, such as gift wrapping. */
    OTHER
}
