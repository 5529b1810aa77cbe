package io.redress.remedy.owed;

/** What a fee of an order is for. */
public enum FeeKind {
    DELIVERY,
    /** Anything else that the shop charged besides goods, such as gift wrapping. */
    OTHER
}
