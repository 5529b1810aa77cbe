package io.redress.sandbox.http;

import java.util.Locale;
import java.util.stream.Stream;

/** A party outside that can be made to misbehave. */
public enum Provider {
    STRIPE,
    EASYPOST,
    SHOP,
    /** Where the shop's accountants keep their books. */
    BOOKS,
    /** Another system that hears of cases. */
    WEBHOOKS,
    SMTP,
    /** Our own process engine: a step of a diagram fails. */
    ENGINE;

    /** As the control API spells it; {@link IllegalArgumentException} names the choices. */
    public static Provider named(String name) {
        return Stream.of(values())
                .filter(provider -> provider.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "provider must be stripe, easypost, shop, books, webhooks, smtp or engine"));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
