package io.redress.correspondence;

/** Something a reader may want to look up, such as a refund and where it went. */
public record Fact(String label, String value) {}
