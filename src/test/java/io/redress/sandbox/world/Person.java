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

    /** A namesake for each copy of an order: reached, living and paying elsewhere, so that nothing ties copies together. */
    Person copy(int number) {
        if (number == 0) {
            return this;
        }
        var own = email.replace("@", "+" + number + "@");
        return new Person(
                name, own, phone + " " + number, locale, timeZone, street + "/" + number, city, state, zip, country);
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
