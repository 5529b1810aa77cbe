package io.redress.complaint.file;

/**
 * What of the order the complaint is about.
 *
 * @param line the line of the order, {@code null} where only the article was named
 */
public record AffectedItem(Integer line, String sku, int quantity) {}
