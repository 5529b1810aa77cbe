package io.redress.complaint.file;

/**
 * The part of the order that the complaint is about.
 *
 * @param line the line of the order, {@code null} where only the article was named
 */
public record AffectedItem(Integer line, String sku, int quantity) {}
