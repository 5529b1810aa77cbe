package io.redress.sandbox.world;

import io.redress.sandbox.easypost.ParcelFate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** An order to be made up, told in the words of the shop; {@link World} turns it into what each provider knows. */
final class Draft {

    /** What was bought; the price is per piece, after discount. A serial number differs from copy to copy. */
    record Item(String sku, String description, int quantity, BigDecimal price, String serial, boolean recurring) {}

    /** A parcel with one piece of each named article. */
    record Parcel(String carrier, ParcelFate fate, List<String> skus) {}

    /** An earlier repair of an article of this order. */
    record Repair(String sku, int daysAgo, String description, String handledBy) {}

    final Person person;
    final String currency;
    final int daysAgo;
    final List<Item> items = new ArrayList<>();
    final List<Parcel> parcels = new ArrayList<>();
    final List<Repair> repairs = new ArrayList<>();
    String about = "";
    BigDecimal deliveryFee = new BigDecimal("0.00");
    String card = "pm_card_visa";
    String salesChannel = "shop";
    String paymentMethod = "card";
    boolean gift;
    boolean business;
    int months;
    int weightGrams;
    boolean billedTwice;

    private Draft(Person person, String currency, int daysAgo) {
        this.person = person;
        this.currency = currency;
        this.daysAgo = daysAgo;
    }

    static Draft by(Person person, String currency, int daysAgo) {
        return new Draft(person, currency, daysAgo);
    }

    /** What is remarkable about it, for the reader of the sandbox's page; the shop's contract does not know it. */
    Draft about(String story) {
        about = story;
        return this;
    }

    Draft item(String sku, String description, int quantity, String price) {
        items.add(new Item(sku, description, quantity, new BigDecimal(price), null, false));
        return this;
    }

    Draft appliance(String sku, String description, String price, String serial) {
        items.add(new Item(sku, description, 1, new BigDecimal(price), serial, false));
        return this;
    }

    /** What each parcel weighs; without it the shop knows no size. */
    Draft weighing(int grams) {
        weightGrams = grams;
        return this;
    }

    /** A line that is charged each month; it was, for as many months as {@link #months} says. */
    Draft monthly(String sku, String description, String price) {
        items.add(new Item(sku, description, 1, new BigDecimal(price), null, true));
        return this;
    }

    Draft months(int count) {
        months = count;
        return this;
    }

    /** Each month's charge was made a second time by a subscription nobody ordered; one of them was noticed. */
    Draft billedTwice() {
        billedTwice = true;
        return this;
    }

    /** A parcel with the named articles, or with all of them. */
    Draft parcel(String carrier, ParcelFate fate, String... skus) {
        var inside = skus.length == 0 ? items.stream().map(Item::sku).toList() : List.of(skus);
        parcels.add(new Parcel(carrier, fate, inside));
        return this;
    }

    Draft delivery(String fee) {
        deliveryFee = new BigDecimal(fee);
        return this;
    }

    Draft card(String testMethod) {
        card = testMethod;
        return this;
    }

    Draft repaired(String sku, int days, String description, String handledBy) {
        repairs.add(new Repair(sku, days, description, handledBy));
        return this;
    }

    Draft gift() {
        gift = true;
        return this;
    }

    Draft business() {
        business = true;
        return this;
    }

    Draft soldOn(String channel) {
        salesChannel = channel;
        return this;
    }

    /** Paid outside our own payment: nothing of it is at Stripe. */
    Draft paidBy(String method) {
        paymentMethod = method;
        return this;
    }

    BigDecimal total() {
        return items.stream()
                .map(item -> item.price().multiply(BigDecimal.valueOf(item.quantity())))
                .reduce(deliveryFee, BigDecimal::add);
    }
}
