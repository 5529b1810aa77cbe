package io.redress.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Json;

/** A customer with one address. */
record Person(
        String name,
        String email,
        String phone,
        String locale,
        String timeZone,
        String street,
        String city,
        String state,
        String zip,
        String country) {

    /** So many digits at the end of a phone number tell copies apart. */
    private static final int OWN_DIGITS = 6;

    /** A namesake for each copy of an order: reached, living and paying elsewhere, so that nothing ties copies together. */
    Person copy(int number) {
        if (number == 0) {
            return this;
        }
        var own = email.replace("@", "+" + number + "@");
        return new Person(
                name, own, phone(phone, number), locale, timeZone, street + "/" + number, city, state, zip, country);
    }

    /** A copy's own phone number, of the same length, so that it remains one that a phone can have. */
    static String phone(String phone, int number) {
        var digits = new StringBuilder(phone);
        int rest = number;
        int left = OWN_DIGITS;
        for (int place = digits.length() - 1; left > 0 && place >= 0; place--) {
            if (Character.isDigit(digits.charAt(place))) {
                digits.setCharAt(place, Character.forDigit(rest % 10, 10));
                rest /= 10;
                left--;
            }
        }
        return digits.toString();
    }

    ObjectNode address() {
        return Json.object(
                "name", name,
                "street1", street,
                "street2", null,
                "city", city,
                "state", state,
                "zip", zip,
                "country", country,
                "phone", phone);
    }
}
