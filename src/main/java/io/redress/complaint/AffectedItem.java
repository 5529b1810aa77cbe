package io.redress.complaint;

/** What of the order the complaint is about. */
public record AffectedItem(String sku, int quantity) {}
